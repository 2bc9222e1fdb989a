//! What is known about a code beside its name: who must act, whether waiting helps, where it is mended.

use serde::Serialize;

/// Who has to do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The person at the wizard.
    You,
    /// An administrator of the Microsoft Entra directory.
    EntraAdmin,
    /// An administrator of Power BI (Fabric).
    PowerBiAdmin,
    /// Whoever runs the web server.
    Host,
    /// Nobody: it passes, or it is no fault.
    Nobody,
}

impl Actor {
    /// The word used in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::EntraAdmin => "entra_admin",
            Self::PowerBiAdmin => "power_bi_admin",
            Self::Host => "host",
            Self::Nobody => "nobody",
        }
    }
}

/// Whether waiting helps, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wait {
    /// It does not.
    None,
    /// Some minutes.
    Minutes,
    /// Hours.
    Hours,
}

impl Wait {
    /// The word used in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
        }
    }
}

/// What is known about an [`ErrorCode`](super::ErrorCode) beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorInfo {
    /// Who has to act.
    pub actor: Actor,
    /// Whether waiting helps.
    pub wait: Wait,
    /// The wizard step at which it is mended, 1 to 4.
    pub step: Option<u8>,
    /// Whether the identical request may work later.
    pub retryable: bool,
    /// Whether the cure is a person at Microsoft's page.
    pub interaction_required: bool,
    /// The HTTP status of a REST answer that carries it.
    pub status: u16,
    /// The names of its parameters, in the order of the sentence.
    pub params: &'static [&'static str],
}

/// What to do about a connection that fails so, while nobody looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureClass {
    /// Ask again later.
    Transient,
    /// Do not ask again before a person has signed in.
    InteractionRequired,
    /// Something in the set-up is wrong; ask again rarely, it may have been mended at Microsoft.
    Configuration,
}

impl FailureClass {
    /// The word used in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Transient => "transient",
            Self::InteractionRequired => "interaction_required",
            Self::Configuration => "configuration",
        }
    }
}

impl ErrorInfo {
    /// What passes by itself is transient, even where a person might be quicker.
    #[must_use]
    pub const fn failure_class(&self) -> FailureClass {
        match (self.retryable, self.wait, self.interaction_required) {
            (true, Wait::Minutes | Wait::Hours, _) | (true, _, false) => FailureClass::Transient,
            (_, _, true) => FailureClass::InteractionRequired,
            (false, _, false) => FailureClass::Configuration,
        }
    }

    pub(super) const fn new(actor: Actor, step: u8, status: u16, params: &'static [&'static str]) -> Self {
        let step = if step == 0 { None } else { Some(step) };
        Self { actor, wait: Wait::None, step, retryable: false, interaction_required: false, status, params }
    }

    pub(super) const fn interactive(self) -> Self {
        Self { interaction_required: true, ..self }
    }

    pub(super) const fn passing(self) -> Self {
        Self { retryable: true, wait: Wait::Minutes, ..self }
    }

    pub(super) const fn slow(self) -> Self {
        Self { wait: Wait::Minutes, ..self }
    }

    pub(super) const fn hours(self) -> Self {
        Self { wait: Wait::Hours, ..self }
    }

    pub(super) const fn again(self) -> Self {
        Self { retryable: true, ..self }
    }
}
