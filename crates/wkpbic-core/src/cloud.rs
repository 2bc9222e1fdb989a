//! Microsoft's clouds. A cloud decides every host together; nothing else in the project spells one.
//!
//! Login and portal hosts: Microsoft Entra, "National clouds". Power BI hosts: Power BI, "Embed for national clouds".
//! Other names of the login hosts and the instance names: recorded answers of Microsoft's discovery, kept in
//! `tests/vectors/clouds`, against which a test holds every row.

/// One of Microsoft's clouds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cloud {
    /// The name in JSON and in settings.
    pub id: &'static str,
    /// Where people sign in and tokens are issued.
    pub login_host: &'static str,
    /// Other names of the login host; an issuer may carry them.
    pub login_host_aliases: &'static [&'static str],
    /// `cloud_instance_name` in a tenant's discovery document. Two clouds may share it.
    pub instance_name: &'static str,
    /// `tenant_region_sub_scope` there, which tells those two apart; none where a tenant has no such mark. Public code
    /// agrees on the words, Microsoft does not document them.
    pub region_sub_scope: Option<&'static str>,
    /// The Azure portal.
    pub portal_host: &'static str,
    /// Power BI as people open it.
    pub service_host: &'static str,
    /// Where an embedded report's frame comes from.
    pub embed_host: &'static str,
    /// Power BI's REST API.
    pub api_host: &'static str,
    /// What stands before a permission in a scope, without the final slash.
    pub scope_prefix: &'static str,
}

/// The names of [`CLOUDS`], in the same order.
pub const CLOUD_IDS: &[&str] = &["global", "gcc", "gcc_high", "dod", "china"];

const COM_ALIASES: &[&str] = &["login.windows.net", "login.microsoft.com", "sts.windows.net"];
const US_ALIASES: &[&str] = &["login.usgovcloudapi.net"];
const CN_ALIASES: &[&str] = &["login.chinacloudapi.cn"];

/// Every cloud; the first is the default.
pub const CLOUDS: &[Cloud] = &[
    Cloud {
        id: "global",
        login_host: "login.microsoftonline.com",
        login_host_aliases: COM_ALIASES,
        instance_name: "microsoftonline.com",
        region_sub_scope: None,
        portal_host: "portal.azure.com",
        service_host: "app.powerbi.com",
        embed_host: "app.powerbi.com",
        api_host: "api.powerbi.com",
        scope_prefix: "https://analysis.windows.net/powerbi/api",
    },
    Cloud {
        id: "gcc",
        login_host: "login.microsoftonline.com",
        login_host_aliases: COM_ALIASES,
        instance_name: "microsoftonline.com",
        region_sub_scope: Some("GCC"),
        portal_host: "portal.azure.com",
        service_host: "app.powerbigov.us",
        embed_host: "app.powerbigov.us",
        api_host: "api.powerbigov.us",
        scope_prefix: "https://analysis.usgovcloudapi.net/powerbi/api",
    },
    Cloud {
        id: "gcc_high",
        login_host: "login.microsoftonline.us",
        login_host_aliases: US_ALIASES,
        instance_name: "microsoftonline.us",
        region_sub_scope: Some("DODCON"),
        portal_host: "portal.azure.us",
        service_host: "app.high.powerbigov.us",
        embed_host: "app.high.powerbigov.us",
        api_host: "api.high.powerbigov.us",
        scope_prefix: "https://high.analysis.usgovcloudapi.net/powerbi/api",
    },
    Cloud {
        id: "dod",
        login_host: "login.microsoftonline.us",
        login_host_aliases: US_ALIASES,
        instance_name: "microsoftonline.us",
        region_sub_scope: Some("DOD"),
        portal_host: "portal.azure.us",
        service_host: "app.mil.powerbigov.us",
        embed_host: "app.mil.powerbigov.us",
        api_host: "api.mil.powerbigov.us",
        scope_prefix: "https://mil.analysis.usgovcloudapi.net/powerbi/api",
    },
    Cloud {
        id: "china",
        login_host: "login.partner.microsoftonline.cn",
        login_host_aliases: CN_ALIASES,
        instance_name: "partner.microsoftonline.cn",
        region_sub_scope: None,
        portal_host: "portal.azure.cn",
        service_host: "app.powerbi.cn",
        embed_host: "app.powerbi.cn",
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

    /// The scope that stands for everything an app has been given at Power BI; the only one that the client credentials
    /// grant takes ("OAuth 2.0 client credentials flow").
    #[must_use]
    pub fn default_scope(&self) -> String {
        [self.scope_prefix, "/.default"].concat()
    }

    /// Whether people of this cloud sign in at that host, under any of its names.
    #[must_use]
    pub fn signs_in_at(&self, host: &str) -> bool {
        let mut names = self.login_host_aliases.iter().chain(std::iter::once(&self.login_host));
        names.any(|name| name.eq_ignore_ascii_case(host))
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
