//! Two addresses that should be one, the addresses of the site, and discovery documents.

macro_rules! compared {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
        /// A port that is no number up to 65535.
        RedirectUriPort = "redirect_uri_port" => address(&["port"]);
        /// A percent sign without two hexadecimal digits.
        RedirectUriPercentBroken = "redirect_uri_percent_broken" => address(&["position"]);
        /// A character beyond ASCII behind the host.
        RedirectUriNonAscii = "redirect_uri_non_ascii" => address(&["character", "position"]);
        /// A query where personal accounts may sign in.
        RedirectUriQueryPersonal = "redirect_uri_query_personal" => address(&[]);
        /// A wildcard in the manifest: possible, advised against.
        RedirectUriWildcardManifest = "redirect_uri_wildcard_manifest" => address(&[]);
        /// More redirect URIs than one app takes.
        RedirectUriTooMany = "redirect_uri_too_many" => address(&["max", "actual"]);
        /// Two redirect URIs on localhost that differ by port alone.
        RedirectUriLocalhostTwins = "redirect_uri_localhost_twins" => address(&["first", "second"]);
        /// A proxy speaks https, and WordPress believes in http.
        SiteBehindProxy = "site_behind_proxy" => ErrorInfo::new(Host, 1, 400, &["host"]);
        /// The page came over https, and the site's stored address begins with http.
        SiteAddressHttp = "site_address_http" => address(&["host"]);
        /// The hosts of wp-admin and of the site differ by `www.`.
        SiteWwwDiffers = "site_www_differs" => address(&["admin_host", "home_host"]);
        /// The hosts of wp-admin and of the site differ.
        SiteHostDiffers = "site_host_differs" => address(&["admin_host", "home_host"]);
        /// The network admin of a multisite, which has no set-up of its own.
        SiteNetworkAdmin = "site_network_admin" => address(&[]);
        /// The wizard was opened over http, and Microsoft comes back over https.
        SiteOpenedOverHttp = "site_opened_over_http" => address(&[]);
        /// Another plugin has appended something to the address of wp-admin.
        SiteAdminUrlQuery = "site_admin_url_query" => address(&[]);
        /// A character that nobody sees, in one of two addresses.
        AddressInvisibleCharacter = "address_invisible_character" => compared(&["position", "code_point"]);
        /// A blank in one of two addresses.
        AddressBlank = "address_blank" => compared(&["position", "code_point"]);
        /// An ampersand in HTML's form.
        AddressAmpersandEscaped = "address_ampersand_escaped" => compared(&[]);
        /// The beginnings differ.
        AddressSchemeDiffers = "address_scheme_differs" => compared(&["registered", "requested"]);
        /// A user name before one host.
        AddressUserinfo = "address_userinfo" => compared(&[]);
        /// `www.` before one host.
        AddressWwwDiffers = "address_www_differs" => compared(&["registered", "requested"]);
        /// The hosts differ.
        AddressHostDiffers = "address_host_differs" => compared(&["registered", "requested"]);
        /// The hosts differ in upper and lower case.
        AddressHostCaseDiffers = "address_host_case_differs" => compared(&["registered", "requested"]);
        /// The ports differ.
        AddressPortDiffers = "address_port_differs" => compared(&["registered", "requested"]);
        /// The ports differ on localhost.
        AddressPortIgnored = "address_port_ignored" => ErrorInfo::new(Nobody, 2, 200, &["registered", "requested"]);
        /// A folder stands before WordPress in one address.
        AddressSubdirectoryDiffers = "address_subdirectory_differs" => compared(&["registered", "requested"]);
        /// A language's short name stands in one path.
        AddressLanguagePrefixDiffers = "address_language_prefix_differs" => compared(&["registered", "requested"]);
        /// The paths differ.
        AddressPathDiffers = "address_path_differs" => compared(&["registered", "requested"]);
        /// Upper and lower case differ behind the host.
        AddressPathCaseDiffers = "address_path_case_differs" => compared(&[]);
        /// A slash at the end of one path.
        AddressTrailingSlashDiffers = "address_trailing_slash_differs" => compared(&[]);
        /// The same characters, encoded in one address.
        AddressPercentEncodingDiffers = "address_percent_encoding_differs" => compared(&[]);
        /// `step=3` in one address only.
        AddressStepMissing = "address_step_missing" => compared(&[]);
        /// The same parameters in another order.
        AddressQueryOrderDiffers = "address_query_order_differs" => compared(&[]);
        /// A parameter in one address only.
        AddressQueryDiffers = "address_query_differs" => compared(&["text"]);
        /// A parameter with another value.
        AddressParameterDiffers = "address_parameter_differs" => compared(&["parameter"]);
        /// A fragment.
        AddressFragment = "address_fragment" => compared(&[]);
        /// A registered asterisk covers the other address.
        AddressWildcard = "address_wildcard" => compared(&["registered", "requested"]);
        /// No cause that has a name.
        AddressDiffers = "address_differs" => compared(&["position"]);
        /// The discovery document names no directory of Microsoft's.
        DiscoveryIssuerUnreadable = "discovery_issuer_unreadable" => microsoft(Nobody, 2).passing();
        /// The directory lives in another cloud than the chosen one.
        DiscoveryCloudDiffers = "discovery_cloud_differs" => field(&["chosen", "found"]);
        /// The directory lives in a cloud that is not in our list.
        DiscoveryCloudUnknown = "discovery_cloud_unknown" => field(&["value"]);
    } };
}
