//! Holds every row of the cloud table against Microsoft's discovery documents in `tests/vectors/clouds`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail in any way")]

use std::collections::BTreeSet;

use serde_json::Value;
use wkpbic_core::cloud::{CLOUDS, Cloud};
use wkpbic_core::discovery::{Discovery, tenant_from_discovery};
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::logout::logout_url;
use wkpbic_core::tenant::Tenant;

const DOCUMENTS: &[&str] = &[
    include_str!("../../../tests/vectors/clouds/global.json"),
    include_str!("../../../tests/vectors/clouds/gcc.json"),
    include_str!("../../../tests/vectors/clouds/gcc_high.json"),
    include_str!("../../../tests/vectors/clouds/dod.json"),
    include_str!("../../../tests/vectors/clouds/china.json"),
];

fn documents() -> Vec<(&'static Cloud, Value)> {
    let read = |text: &&str| {
        let document: Value = serde_json::from_str(text).unwrap();
        (Cloud::parse(document["cloud"].as_str().unwrap()).unwrap(), document)
    };
    DOCUMENTS.iter().map(read).collect()
}

fn discovery(document: &Value) -> Discovery<'_> {
    let configuration = &document["openid_configuration"];
    Discovery {
        issuer: configuration["issuer"].as_str().unwrap(),
        cloud_instance_name: configuration["cloud_instance_name"].as_str(),
        tenant_region_scope: configuration["tenant_region_scope"].as_str(),
        tenant_region_sub_scope: configuration["tenant_region_sub_scope"].as_str(),
    }
}

#[test]
fn every_cloud_has_a_document() {
    let found: Vec<&str> = documents().iter().map(|(cloud, _)| cloud.id).collect();
    assert_eq!(found, CLOUDS.iter().map(|cloud| cloud.id).collect::<Vec<_>>());
    assert!(documents().iter().all(|(_, document)| !document["provenance"].as_str().unwrap().is_empty()));
}

#[test]
fn hosts_are_those_of_the_document() {
    for (cloud, document) in documents() {
        let configuration = &document["openid_configuration"];
        let tenant = Tenant::parse(document["tenant_id"].as_str().unwrap()).unwrap();
        let base = format!("{}/{}", Endpoints::of(cloud).login(), tenant.as_str());
        assert_eq!(configuration["authorization_endpoint"], format!("{base}/oauth2/v2.0/authorize"));
        assert_eq!(configuration["token_endpoint"], format!("{base}/oauth2/v2.0/token"));
        assert_eq!(configuration["end_session_endpoint"], logout_url(&Endpoints::of(cloud), &tenant, None));
        assert_eq!(configuration["issuer"], format!("{base}/v2.0"));
        assert_eq!(configuration["cloud_instance_name"], cloud.instance_name);
        assert_eq!(configuration["tenant_region_sub_scope"].as_str(), cloud.region_sub_scope);
        assert!(configuration["response_modes_supported"].as_array().unwrap().contains(&"query".into()));
        assert!(configuration["token_endpoint_auth_methods_supported"].as_array().unwrap().contains(&"client_secret_post".into()));
    }
}

#[test]
fn login_hosts_have_the_names_of_instance_discovery() {
    for (cloud, document) in documents() {
        let discovery = &document["instance_discovery"];
        assert_eq!(discovery["preferred_network"], cloud.login_host);
        let aliases: BTreeSet<&str> = discovery["aliases"].as_array().unwrap().iter().map(|alias| alias.as_str().unwrap()).collect();
        let ours: BTreeSet<&str> = cloud.login_host_aliases.iter().copied().chain([cloud.login_host]).collect();
        assert_eq!(ours, aliases, "{}", cloud.id);
        assert!(aliases.iter().all(|alias| cloud.signs_in_at(alias)));
    }
}

/// The document of a cloud is accepted for it, and remarked on for every other.
#[test]
fn a_document_fits_its_own_cloud_only() {
    for (cloud, document) in documents() {
        for chosen in CLOUDS {
            let found = tenant_from_discovery(&discovery(&document), chosen);
            assert_eq!(found.tenant_id.as_deref(), document["tenant_id"].as_str());
            assert_eq!(found.cloud, Some(cloud.id), "{} chosen, {} found", chosen.id, cloud.id);
            assert_eq!(found.verdict.code.is_none(), chosen.id == cloud.id, "{} chosen, {} found", chosen.id, cloud.id);
            assert!(!found.verdict.is_error());
        }
    }
}

/// Choosing another cloud changes every host, but for the public login and portal hosts that GCC shares.
#[test]
fn clouds_change_all_together() {
    for (at, one) in CLOUDS.iter().enumerate() {
        assert_eq!(one.embed_host, one.service_host);
        for other in CLOUDS.iter().skip(at + 1) {
            let hosts = [
                (one.service_host, other.service_host),
                (one.embed_host, other.embed_host),
                (one.api_host, other.api_host),
                (one.scope_prefix, other.scope_prefix),
            ];
            assert!(hosts.iter().all(|(ours, theirs)| ours != theirs), "{} and {}", one.id, other.id);
            assert_eq!(one.login_host == other.login_host, one.portal_host == other.portal_host, "{} and {}", one.id, other.id);
            assert_eq!(one.login_host == other.login_host, one.instance_name == other.instance_name, "{} and {}", one.id, other.id);
        }
    }
}
