/** Microsoft's own names, which no language translates. */
export const MICROSOFT_AZURE = 'Microsoft Azure';
export const MICROSOFT_FABRIC = 'Microsoft Fabric';
export const POWER_BI_SERVICE = 'Power BI Service';
