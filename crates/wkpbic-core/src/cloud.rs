//! Microsoft's clouds. A cloud decides every host together; nothing else in the project spells one.
//!
//! Login and portal hosts: Microsoft Entra, "National clouds". Power BI hosts: Power BI, "Embed for national clouds".

/// One of Microsoft's clouds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cloud {
    /// The name in JSON and in settings.
    pub id: &'static str,
    /// Where people sign in and tokens are issued.
    pub login_host: &'static str,
    /// The Azure portal.
    pub portal_host: &'static str,
    /// Power BI as people open it.
    pub service_host: &'static str,
    /// Power BI's REST API.
    pub api_host: &'static str,
    /// What stands before a permission in a scope, without the final slash.
    pub scope_prefix: &'static str,
}

/// The names of [`CLOUDS`], in the same order.
pub const CLOUD_IDS: &[&str] = &["global", "gcc", "gcc_high", "dod", "china"];

/// Every cloud; the first is the default.
pub const CLOUDS: &[Cloud] = &[
    Cloud {
        id: "global",
        login_host: "login.microsoftonline.com",
        portal_host: "portal.azure.com",
        service_host: "app.powerbi.com",
        api_host: "api.powerbi.com",
        scope_prefix: "https://analysis.windows.net/powerbi/api",
    },
    Cloud {
        id: "gcc",
        login_host: "login.microsoftonline.com",
        portal_host: "portal.azure.com",
        service_host: "app.powerbigov.us",
        api_host: "api.powerbigov.us",
        scope_prefix: "https://analysis.usgovcloudapi.net/powerbi/api",
    },
    Cloud {
        id: "gcc_high",
        login_host: "login.microsoftonline.us",
        portal_host: "portal.azure.us",
        service_host: "app.high.powerbigov.us",
        api_host: "api.high.powerbigov.us",
        scope_prefix: "https://high.analysis.usgovcloudapi.net/powerbi/api",
    },
    Cloud {
        id: "dod",
        login_host: "login.microsoftonline.us",
        portal_host: "portal.azure.us",
        service_host: "app.mil.powerbigov.us",
        api_host: "api.mil.powerbigov.us",
        scope_prefix: "https://mil.analysis.usgovcloudapi.net/powerbi/api",
    },
    Cloud {
        id: "china",
        login_host: "login.partner.microsoftonline.cn",
        portal_host: "portal.azure.cn",
        service_host: "app.powerbi.cn",
        api_host: "api.powerbi.cn",
        scope_prefix: "https://analysis.chinacloudapi.cn/powerbi/api",
    },
];

impl Cloud {
    /// The cloud of that name.
    #[must_use]
    pub fn parse(id: &str) -> Option<&'static Self> {
        CLOUDS.iter().find(|cloud| cloud.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_rows_agree() {
        let ids: Vec<_> = CLOUDS.iter().map(|cloud| cloud.id).collect();
        assert_eq!(ids, CLOUD_IDS);
    }
}
