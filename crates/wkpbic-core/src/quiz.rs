//! Step 1's quiz: from what a person knows about their organisation to the way that suits them.

use serde::{Deserialize, Serialize};

use crate::error::ErrorCode;
use crate::verdict::{Level, Verdict};

words! {
    /// Which kind of Microsoft account the person has.
    pub enum Account {
        /// Given by an organisation.
        WorkOrSchool = "work_or_school",
        /// Made by the person: Outlook.com, Hotmail, a phone number.
        Personal = "personal",
        /// None at all.
        None = "none",
        /// They cannot tell.
        Unsure = "unsure",
    }
}

words! {
    /// An answer to a plain question.
    pub enum Answer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// They cannot tell.
        Unsure = "unsure",
    }
}

words! {
    /// Who is going to look at the reports.
    pub enum Audience {
        /// The person alone.
        Myself = "myself",
        /// People of the organisation.
        Colleagues = "colleagues",
        /// Nobody in person: data is to flow unattended.
        Unattended = "unattended",
    }
}

/// The answers to the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizAnswers {
    /// Kind of account.
    pub account: Account,
    /// May they register apps in the directory (at least the role Application Developer, or users may register apps)?
    pub may_register_apps: Answer,
    /// Has anyone in the organisation ever opened Power BI? Until then it is missing in the portal's list of APIs.
    pub power_bi_opened: Answer,
    /// Who looks at the reports.
    pub audience: Audience,
    /// Do they like a command line?
    #[serde(default = "no")]
    pub command_line: Answer,
}

const fn no() -> Answer {
    Answer::No
}

/// The questions by their names in [`QuizAnswers`], each with the words that answer it.
#[must_use]
pub fn questions() -> Vec<(&'static str, Vec<&'static str>)> {
    let answer = || Answer::ALL.iter().map(|word| word.as_str()).collect();
    vec![
        ("account", Account::ALL.iter().map(|word| word.as_str()).collect()),
        ("may_register_apps", answer()),
        ("power_bi_opened", answer()),
        ("audience", Audience::ALL.iter().map(|word| word.as_str()).collect()),
        ("command_line", answer()),
    ]
}

words! {
    /// The way through step 2.
    pub enum Route {
        /// The Azure portal, card by card.
        PortalGuided = "portal_guided",
        /// One command in Azure Cloud Shell.
        OneCommand = "one_command",
        /// An administrator does it.
        AskAdmin = "ask_admin",
        /// It cannot work this way; the reasons say what else is possible.
        Stop = "stop",
    }
}

/// What the quiz comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuizResult {
    /// The suggested way; the person may choose another, except where it says stop.
    pub route: Route,
    /// The suggested sign-in method, a name of [`crate::field::SIGN_IN_METHODS`].
    pub sign_in_method: &'static str,
    /// Why, and what to do before.
    pub reasons: Vec<Verdict>,
}

/// Picks the way.
///
/// ```
/// use wkpbic_core::quiz::{Account, Answer, Audience, QuizAnswers, Route, pick_route};
///
/// let answers = QuizAnswers {
///     account: Account::Personal,
///     may_register_apps: Answer::Yes,
///     power_bi_opened: Answer::Yes,
///     audience: Audience::Myself,
///     command_line: Answer::No,
/// };
/// assert_eq!(pick_route(&answers).route, Route::Stop);
/// ```
#[must_use]
pub fn pick_route(answers: &QuizAnswers) -> QuizResult {
    let mut reasons = Vec::new();
    let mut say = |level, code| reasons.push(Verdict::new(level, code, vec![]));

    let stop = match answers.account {
        Account::Personal => Some(ErrorCode::QuizPersonalAccount),
        Account::None => Some(ErrorCode::QuizNoAccount),
        Account::WorkOrSchool | Account::Unsure => None,
    };
    if let Some(code) = stop {
        say(Level::Error, code);
    }
    if answers.account == Account::Unsure {
        say(Level::Hint, ErrorCode::QuizAccountUnsure);
    }
    match answers.may_register_apps {
        Answer::Yes => {}
        Answer::No => say(Level::Hint, ErrorCode::QuizAdminNeeded),
        Answer::Unsure => say(Level::Hint, ErrorCode::QuizRegisterUnsure),
    }
    match answers.power_bi_opened {
        Answer::Yes => {}
        Answer::No => say(Level::Warn, ErrorCode::QuizPowerBiNeverOpened),
        Answer::Unsure => say(Level::Hint, ErrorCode::QuizPowerBiUnsure),
    }
    if answers.audience == Audience::Unattended {
        say(Level::Hint, ErrorCode::QuizUnattended);
    }
    let route = match (stop, answers.may_register_apps, answers.command_line) {
        (Some(_), _, _) => Route::Stop,
        (None, Answer::No, _) => Route::AskAdmin,
        (None, _, Answer::Yes) => Route::OneCommand,
        (None, _, _) => Route::PortalGuided,
    };
    let sign_in_method = if answers.audience == Audience::Unattended { "service_principal" } else { "delegated" };
    QuizResult { route, sign_in_method, reasons }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_that_the_table_of_questions_offers_is_understood() {
        let questions = questions();
        let first = |name: &str| questions.iter().find(|(question, _)| *question == name).map(|(_, words)| words[0]);
        let mut answers = serde_json::Map::new();
        for (question, _) in &questions {
            answers.insert((*question).to_owned(), first(question).unwrap().into());
        }
        let read: QuizAnswers = serde_json::from_value(answers.clone().into()).expect("the table has every question");
        assert_eq!(serde_json::to_value(read).unwrap(), serde_json::Value::Object(answers.clone()), "the table has a question too many");
        for (question, words) in &questions {
            for word in words {
                answers.insert((*question).to_owned(), (*word).into());
                assert!(serde_json::from_value::<QuizAnswers>(answers.clone().into()).is_ok(), "{question}: {word}");
            }
        }
    }
}
