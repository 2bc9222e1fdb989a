//! The script for PowerShell.
//!
//! Everything runs in a script block, so pasted into a terminal it leaves no variable behind and never ends the session.
//! It refuses to run where arguments would not reach `az` as they are: before PowerShell 7.3, which loses double quotes
//! (about_Parsing, "Passing quoted strings to external commands"), and on Windows, where `az` is a batch file.

/// One template a part, in the order of [`super::PARTS`]; see [`super::fill`].
pub(super) const TEMPLATES: [&str; 8] = [FACTS, SIGN_IN, APP, PERMISSIONS, SERVICE_PRINCIPAL, CONSENT, SECRET, BLOCK];

const FACTS: &str = r#"# Registers the WooCommerce Power BI Connector of one shop in Microsoft Entra.
# Paste all of it into Azure Cloud Shell, set to PowerShell. It talks to Microsoft only.
& {
  $ErrorActionPreference = 'Stop'
  $PSNativeCommandUseErrorActionPreference = $false
  $PSNativeCommandArgumentPassing = 'Standard'
  Set-StrictMode -Off

  # 1. The facts of the shop.
  $appName = §app_name§
  $sameName = §same_name§
  $redirectUri = §redirect_uri§
  $application = §application§
  $cloud = '§cloud§'
  $azureCloud = '§azure_cloud§'
  $portal = '§portal§'
  $powerBi = '§power_bi§'
  $resource = '§resource§'
  $permissions = '§permissions§' -split ' '
  $lifetimeMonths = §lifetime_months§

  $appId = ''; $made = @(); $done = $false
  # What was just made is not known everywhere at once, so a command may need a second and a third try.
  function Invoke-Again([scriptblock] $Command) {
    foreach ($seconds in 5, 10, 0) {
      $answer = & $Command
      if ($LASTEXITCODE -eq 0) { return $answer }
      if ($seconds -gt 0) { Start-Sleep -Seconds $seconds }
    }
  }
  try {
    if ($PSVersionTable.PSVersion -lt [version] '7.3' -or $IsWindows) { throw "This script needs PowerShell 7.3 or later on Linux or macOS. Open Azure Cloud Shell at $portal, set it to PowerShell, and paste the script there." }
"#;

const SIGN_IN: &str = r#"
    # 2. Is az there, signed in, and at the right cloud?
    if (-not (Get-Command az -CommandType Application -ErrorAction Ignore)) { throw "The command az is missing here. Open Azure Cloud Shell at $portal and paste the script there." }
    $foundCloud = az cloud show --query name --output tsv
    if ($foundCloud -cne $azureCloud) { throw "This is the cloud $foundCloud, and the shop is set up for $azureCloud. Open Azure Cloud Shell at $portal and paste the script there." }
    $tenantId = az account show --query tenantId --output tsv
    if (-not $tenantId) { throw 'az is not signed in. Run: az login --allow-no-subscriptions   Then paste the script again.' }
    $username = az ad signed-in-user show --query userPrincipalName --output tsv
    if (-not $username) { $username = az account show --query user.name --output tsv }
    $graph = az cloud show --query endpoints.microsoftGraphResourceId --output tsv
    if (-not $graph) { throw 'az does not know the address of Microsoft Graph. Update it with: az upgrade' }
    Write-Host "Working in the directory $tenantId as $username."
"#;

const APP: &str = r#"
    # 3. The app: the one of an earlier run, or a new one.
    $found = @(az ad app list "--filter=$sameName" --query '[].appId' --output tsv)
    if ($LASTEXITCODE -ne 0) { throw 'The apps of this directory cannot be listed.' }
    foreach ($candidate in $found) {
      $addresses = @(az ad app show --id $candidate --query 'web.redirectUris[]' --output tsv)
      if ($LASTEXITCODE -ne 0) { throw "The app with the client ID $candidate cannot be read." }
      if ($addresses -ccontains $redirectUri) {
        if ($appId) { throw "There are two apps of this name with this redirect URI: $appId and $candidate. Delete one of them, then paste the script again." }
        $appId = $candidate
      }
    }
    if ($appId) {
      Write-Host "Using the app that is there already, with the client ID $appId."
    } elseif ($found.Count -gt 0) {
      throw "There is an app of this name already, but with another redirect URI. Choose another name for the app in the wizard, or delete the old one in $portal."
    } else {
      $appId = az rest --method post --url "$($graph.TrimEnd('/'))/v1.0/applications" "--body=$application" --query appId --output tsv
      if (-not $appId) { throw 'The app could not be made. Your account may not be allowed to register apps: ask for the role Application Developer, or send the request to your administrator from the wizard.' }
      $made += "- the app with the client ID $appId. To delete it with all that belongs to it, run: az ad app delete --id $appId"
      Write-Host "Made the app ""$appName"" with the client ID $appId."
    }
"#;

const PERMISSIONS: &str = r#"
    # 4. The permissions that the app does not have yet.
    $known = @(az ad sp show --id $resource --query 'oauth2PermissionScopes[].[value,id]' --output tsv 2>$null)
    if ($known.Count -eq 0) { Write-Host "This directory does not know Power BI yet. Somebody has to open $powerBi once and sign up. Going on." }
    $wanted = @(Invoke-Again { az ad app show --id $appId --query "requiredResourceAccess[?resourceAppId=='$resource'].resourceAccess[].id" --output tsv })
    if ($LASTEXITCODE -ne 0) { throw 'The app cannot be read.' }
    $missing = @(); $scopes = @()
    foreach ($permission in $permissions) {
      $name, $id = $permission -split '='
      foreach ($line in $known) {
        $value, $knownId = $line -split '\s+'
        if ($value -ceq $name) { $id = $knownId }
      }
      if (-not $id) { throw "The permission $name is not known in this directory. Open $powerBi once, then paste the script again." }
      $scopes += $name
      if ($wanted -notcontains $id) { $missing += "$id=Scope" }
    }
    if ($missing.Count -gt 0) {
      Invoke-Again { az ad app permission add --id $appId --api $resource --api-permissions @missing --only-show-errors --output none }
      if ($LASTEXITCODE -ne 0) { throw 'The permissions could not be added.' }
      $made += "- its permissions $scopes. To take them away, open API permissions of the app in $portal"
    }
"#;

const SERVICE_PRINCIPAL: &str = r#"
    # 5. The service principal: the app as an enterprise application of this directory.
    $servicePrincipal = az ad sp show --id $appId --query id --output tsv 2>$null
    if (-not $servicePrincipal) {
      $servicePrincipal = Invoke-Again { az ad sp create --id $appId --query id --output tsv }
      if (-not $servicePrincipal) { throw 'The service principal could not be made.' }
      $made += "- its service principal. To delete it alone, run: az ad sp delete --id $servicePrincipal"
    }
"#;

const CONSENT: &str = r#"
    # 6. Consent for everybody, where this account may give it.
    Invoke-Again { az ad app permission grant --id $servicePrincipal --api $resource --scope @scopes --output none 2>$null }
    if ($LASTEXITCODE -eq 0) {
      Write-Host 'Consent is given for the whole organisation.'
      $made += "- consent for the whole organisation. To take it back, open Permissions of the enterprise application in $portal"
    } else {
      Write-Host 'Consent was not given: your account may not do that here. The wizard asks for it, or sends the request to your administrator.'
    }
"#;

const SECRET: &str = r#"
    # 7. A client secret. It ends on the same day of the month, at the latest on the 28th, at 00:00 UTC.
    $now = [DateTime]::UtcNow
    $start = [DateTime]::new($now.Year, $now.Month, [Math]::Min($now.Day, 28))
    $expiresOn = $start.AddMonths($lifetimeMonths).ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
    $clientSecret = Invoke-Again { az ad app credential reset --id $appId --append --display-name WooCommerce --end-date $expiresOn --only-show-errors --query password --output tsv }
    if (-not $clientSecret) { throw 'The client secret could not be made. A policy of your organisation may forbid secrets or such a lifetime: choose a shorter one, or ask your administrator.' }
    $made += "- a client secret. To delete it, open Certificates & secrets of the app in $portal"
"#;

const BLOCK: &str = r#"
    # 8. The block for the wizard.
    Write-Host "`nCopy the block, first and last line included, into the wizard. The secret is shown only here: type clear when you are done.`n"
    '§begin§', "client_id=$appId", "tenant_id=$tenantId", "client_secret=$clientSecret", "client_secret_expires_on=$expiresOn", "username=$username", "cloud=$cloud", '§end§' | Write-Host
    $done = $true
  } catch {
    Write-Host "`n$($_.Exception.Message)"
  } finally {
    if (-not $done -and $made.Count -gt 0) {
      Write-Host "Made so far:`n$($made -join "`n")`nThe script can be run again: it goes on with this app."
    } elseif (-not $done) {
      Write-Host 'Nothing was made or changed.'
    }
  }
}
"#;
