//! What a text says, read in one pass over its names.

use super::readable::folded;
use super::status::status_of;
use super::tables::{OWN_SIGNS, POWER_BI_ERRORS, POWER_BI_SIGNS, REFRESH_SIGNS, WORDPRESS_ERRORS, find, spoken};
use super::words::{GuidRole, SMALLEST, Word, number, words};
use crate::aadsts::{OAUTH_ERRORS, OAUTH_ERRORS_ALONE, SUBERRORS, code_of};
use crate::error::ErrorCode;

/// How many AADSTS numbers are kept.
const MAX_NUMBERS: usize = 16;

/// Values of `error` that are no name of an error.
const NO_ERROR: &[&str] = &["true", "false", "null", "none", "undefined", "error"];

/// Everything that was found. Only pieces of a known shape: numbers, GUIDs, times, names of `[a-z_]{1,64}`.
#[derive(Default)]
pub(super) struct Facts {
    /// AADSTS numbers in the order of the text, none twice.
    pub(super) numbers: Vec<u32>,
    /// A known AADSTS number that only its surroundings make one.
    pub(super) bare_number: Option<u32>,
    /// A code of ours as the value of `code`, or as the whole text.
    pub(super) own: Option<ErrorCode>,
    /// A code of ours anywhere in a text that names this plugin.
    pub(super) mentioned: Option<ErrorCode>,
    pub(super) wordpress: Option<ErrorCode>,
    /// The value of `error`, or the name of a known one; `true`: as a value.
    pub(super) error: Option<(String, bool)>,
    pub(super) suberror: Option<String>,
    pub(super) power_bi: Option<ErrorCode>,
    /// Whether the text is about Power BI at all.
    pub(super) is_power_bi: bool,
    pub(super) curl: Option<u32>,
    pub(super) status: Option<u16>,
    pub(super) retry_after_seconds: Option<u32>,
    pub(super) trace_id: Option<String>,
    pub(super) correlation_id: Option<String>,
    /// The first other GUID behind the first AADSTS number.
    pub(super) other_id: Option<String>,
    pub(super) timestamp: Option<String>,
    pub(super) claims_present: bool,
    /// Whether the text is about a refresh token.
    pub(super) is_refresh: bool,
    /// The text with ASCII letters in lower case, in which phrases are looked for.
    pub(super) lower: String,
}

impl Facts {
    /// Reads a text that has been made readable.
    pub(super) fn read(text: &str) -> Self {
        let text = folded(text);
        let lower = text.to_ascii_lowercase();
        let mut facts = Self {
            is_power_bi: spoken(POWER_BI_SIGNS, &lower).is_some(),
            is_refresh: spoken(REFRESH_SIGNS, &lower).is_some(),
            ..Self::default()
        };
        let is_ours = spoken(OWN_SIGNS, &lower).is_some();
        let (mut has_labelled_time, mut refusals) = (false, None);
        // No name, number or status is shorter.
        for word in words(&text).filter(|word| word.text.len() > 2) {
            facts.read_numbers(&word);
            facts.read_names(&word, is_ours);
            facts.read_ids(&word, &mut has_labelled_time);
            if let Some(status) = status_of(&word) {
                facts.status.get_or_insert(status);
                if status >= 400 {
                    refusals.get_or_insert(status);
                }
            }
        }
        facts.status = refusals.or(facts.status);
        facts.read_whole(text.trim());
        facts.lower = lower;
        facts
    }

    fn read_numbers(&mut self, word: &Word<'_>) {
        if word.is(&["error_codes"]) {
            word.numbers().for_each(|number| self.keep(number));
        } else if word.is(&["error"]) && word.after.starts_with("?code=") {
            // The page on which Microsoft explains a number.
            let code = words(word.after).nth(1).and_then(|value| number(value.text));
            code.filter(|number| *number >= SMALLEST).into_iter().for_each(|number| self.keep(number));
        } else if let Some(number) = word.aadsts() {
            self.keep(number);
        } else if self.bare_number.is_none() {
            self.bare_number = word.bare_number();
        }
        if word.text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("curl")) {
            // A command line goes on with options or an address.
            let near = words(word.after).take(3).take_while(|near| !near.text.starts_with(['-', 'h']));
            self.curl = self.curl.or(near.filter_map(|near| number(near.text)).find(|number| *number < 1000));
        }
        if word.is(&["retry-after", "retry_after"]) {
            self.retry_after_seconds = self.retry_after_seconds.or(word.value_number().filter(|seconds| *seconds < 1_000_000));
        }
    }

    fn keep(&mut self, number: u32) {
        if self.numbers.len() < MAX_NUMBERS && !self.numbers.contains(&number) {
            self.numbers.push(number);
        }
    }

    fn read_names(&mut self, word: &Word<'_>, is_ours: bool) {
        if word.is(&["error"]) {
            self.read_error(word);
        } else if word.is(&["suberror", "error_subcode", "sub_error"]) {
            let value = word.value_word().filter(|(value, is_firm)| is_name(value) && (*is_firm || find(SUBERRORS, value).is_some()));
            self.suberror = self.suberror.take().or(value.map(|(value, _)| value.to_owned()));
        } else if word.is(&["code", "error_code"]) {
            let own = word.value_word().filter(|(_, is_firm)| *is_firm && self.own.is_none()).and_then(|(value, _)| own_code(value));
            self.own = self.own.or(own);
        } else if word.is(&["x-powerbi-error-info"]) {
            self.is_power_bi = true;
            let named = word.value_word().map(|(value, _)| find(POWER_BI_ERRORS, &value).unwrap_or(ErrorCode::PowerBiUnknown));
            self.power_bi = self.power_bi.or(named);
        } else if word.is(&["claims"]) {
            let value = word.value().map(|(value, _)| value.trim_start_matches(['"', '\'']));
            self.claims_present |= value.is_some_and(|value| ["{", "%7B", "%7b", "ey"].iter().any(|start| value.starts_with(start)));
        } else if word.text.len() > 4 && word.text.len() <= 64 {
            self.read_known(word.text, is_ours);
        }
    }

    fn read_error(&mut self, word: &Word<'_>) {
        let Some((value, is_firm)) = word.value_word().filter(|(value, _)| is_name(value) && !NO_ERROR.contains(value)) else {
            return;
        };
        // In a sentence after "error:" any word may stand.
        let is_value = is_firm || is_oauth(value);
        if is_value && self.error.as_ref().is_none_or(|(_, was_value)| !was_value) {
            self.error = Some((value.to_owned(), true));
        }
    }

    /// Names that mean something wherever they stand.
    fn read_known(&mut self, name: &str, is_ours: bool) {
        if is_oauth(name) {
            self.error.get_or_insert_with(|| (name.to_owned(), false));
        } else if find(SUBERRORS, &name).is_some() {
            self.suberror.get_or_insert_with(|| name.to_owned());
        } else if let Some(code) = find(WORDPRESS_ERRORS, &name) {
            self.wordpress.get_or_insert(code);
        } else if let Some(code) = find(POWER_BI_ERRORS, &name) {
            self.is_power_bi = true;
            self.power_bi.get_or_insert(code);
        } else if name.starts_with("PowerBI") && name.ends_with("Exception") {
            self.is_power_bi = true;
            self.power_bi.get_or_insert(ErrorCode::PowerBiUnknown);
        } else if is_ours && self.mentioned.is_none() {
            self.mentioned = own_code(name);
        }
    }

    fn read_ids(&mut self, word: &Word<'_>, has_labelled_time: &mut bool) {
        let kept = || Some(word.text.to_owned());
        match word.guid() {
            Some(GuidRole::Correlation) if self.correlation_id.is_none() => self.correlation_id = kept(),
            Some(GuidRole::Trace) if self.trace_id.is_none() => self.trace_id = kept(),
            // In the path of an address of Microsoft stands the directory.
            Some(GuidRole::Other) if self.other_id.is_none() && !self.numbers.is_empty() && !word.before.ends_with('/') => {
                self.other_id = kept();
            }
            _ => {}
        }
        if let Some((time, is_labelled)) = word.timestamp()
            && (self.timestamp.is_none() || (is_labelled && !*has_labelled_time))
        {
            self.timestamp = Some(time.to_owned());
            *has_labelled_time = is_labelled;
        }
    }

    /// A text that is nothing but a number or a name.
    fn read_whole(&mut self, text: &str) {
        if let Some(number) = number(text) {
            if code_of(number).is_some() {
                self.bare_number = Some(number);
            } else if (400..600).contains(&number) {
                self.status = u16::try_from(number).ok();
            }
        }
        self.own = self.own.or(own_code(text));
    }
}

fn is_name(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

fn is_oauth(name: &str) -> bool {
    find(OAUTH_ERRORS, &name).is_some() || find(OAUTH_ERRORS_ALONE, &name).is_some()
}

fn own_code(name: &str) -> Option<ErrorCode> {
    ErrorCode::ALL.iter().copied().find(|code| code.as_str() == name)
}
