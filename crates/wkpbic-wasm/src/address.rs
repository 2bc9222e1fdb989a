//! The parts of an address at Microsoft, each proved by the core's own types.

use wkpbic_core::cloud::Cloud;
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::error::ErrorCode;
use wkpbic_core::guid::ClientId;
use wkpbic_core::redirect::RedirectUri;
use wkpbic_core::tenant::Tenant;

use crate::Failure;

pub(crate) fn cloud(id: &str) -> Result<&'static Cloud, Failure> {
    Cloud::parse(id).ok_or_else(|| Failure::new(ErrorCode::CloudUnknown, vec![]))
}

/// Microsoft's hosts, or those of a stand-in on this machine.
pub(crate) fn endpoints(cloud_id: &str, stand_in: Option<&str>) -> Result<Endpoints, Failure> {
    let cloud = cloud(cloud_id)?;
    let refused = || Failure::new(ErrorCode::DevelopmentUrlRefused, vec![]);
    stand_in.map_or_else(|| Ok(Endpoints::of(cloud)), |address| Endpoints::of_stand_in(cloud, address).ok_or_else(refused))
}

pub(crate) fn tenant(text: &str) -> Result<Tenant, Failure> {
    Tenant::parse(text).ok_or_else(|| Failure::new(ErrorCode::TenantIdInvalid, vec![]))
}

pub(crate) fn client_id(text: &str) -> Result<ClientId, Failure> {
    ClientId::parse(text).ok_or_else(|| Failure::new(ErrorCode::ClientIdNotGuid, vec![]))
}

pub(crate) fn redirect_uri(text: &str) -> Result<RedirectUri, Failure> {
    RedirectUri::parse(text).map_err(Failure::Refused)
}
