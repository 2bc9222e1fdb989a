//! Who may sign in to an app, which decides what its redirect URIs may look like.

/// The manifest's `signInAudience` ("Validation differences by supported account types").
///
/// ```
/// use wkpbic_core::audience::Audience;
///
/// assert_eq!(Audience::parse("AzureADMyOrg"), Some(Audience::MyOrg));
/// assert_eq!(Audience::MyOrg.max_redirect_uris(), 256);
/// assert!(Audience::Personal.admits_personal_accounts());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// `AzureADMyOrg`: the app's own directory, the audience that the wizard leads to.
    #[default]
    MyOrg,
    /// `AzureADMultipleOrgs`: any directory.
    MultipleOrgs,
    /// `AzureADandPersonalMicrosoftAccount`: any directory and personal accounts.
    OrgsAndPersonal,
    /// `PersonalMicrosoftAccount`: personal accounts only.
    Personal,
}

impl Audience {
    /// Every audience, the narrowest first.
    pub const ALL: &'static [Self] = &[Self::MyOrg, Self::MultipleOrgs, Self::OrgsAndPersonal, Self::Personal];

    /// The value in the manifest.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MyOrg => "AzureADMyOrg",
            Self::MultipleOrgs => "AzureADMultipleOrgs",
            Self::OrgsAndPersonal => "AzureADandPersonalMicrosoftAccount",
            Self::Personal => "PersonalMicrosoftAccount",
        }
    }

    /// The audience of that name, spelled exactly as in the manifest.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|audience| audience.as_str() == text)
    }

    /// Whether personal accounts may sign in; such an app takes no query and no wildcard in a redirect URI.
    #[must_use]
    pub const fn admits_personal_accounts(self) -> bool {
        matches!(self, Self::OrgsAndPersonal | Self::Personal)
    }

    /// Most redirect URIs that one app takes ("Redirect URI (reply URL) best practices and limitations").
    #[must_use]
    pub const fn max_redirect_uris(self) -> u32 {
        if self.admits_personal_accounts() { 100 } else { 256 }
    }
}
