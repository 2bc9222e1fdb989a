//! Names, what stands beside them, and the shapes that may be taken out of a text.

use crate::aadsts::code_of;
use crate::guid::is_guid;

/// AADSTS numbers have five digits or more.
pub(super) const SMALLEST: u32 = 10_000;

/// How far back a label is looked for, in characters.
const LABEL_CHARS: usize = 28;

/// Labels of the second ID on Microsoft's pages, in the languages of its sign-in page; read first, since
/// `client-request-id` is one. ASCII letters are in lower case; a letter beyond ASCII that may be a capital is left out.
const CORRELATION_LABELS: &[&str] = &[
    "correl",
    "corrél",
    "korrel",
    "korel",
    "client-request",
    "орреляц",
    "ореляц",
    "ğıntı",
    "lişki",
    "υσχ",
    "相关",
    "相關",
    "关联",
    "關聯",
    "相互關聯",
    "関連",
    "相関",
    "상관",
    "ارتباط",
];

/// Labels of the first ID, likewise.
const TRACE_LABELS: &[&str] = &[
    "trace",
    "request",
    "anforderung",
    "ablaufverfolgung",
    "suivi",
    "demande",
    "seguimiento",
    "solicit",
    "rastre",
    "traccia",
    "richiesta",
    "aanvraag",
    "ledzenia",
    "żądani",
    "апрос",
    "рассиров",
    "расуван",
    "begäran",
    "spårning",
    "izleme",
    "stek kimli",
    "跟踪",
    "追蹤",
    "追踪",
    "请求",
    "要求",
    "トレース",
    "추적",
    "요청",
    "تتبع",
    "طلب",
];

/// Labels of the time, likewise.
const TIME_LABELS: &[&str] = &[
    "timestamp",
    "time stamp",
    "zeitstempel",
    "horodat",
    "marca de tiempo",
    "marca de hora",
    "carimbo",
    "timbro",
    "data e ora",
    "tijdstempel",
    "znacznik",
    "tidsst",
    "етка времени",
    "тметка времени",
    "zaman",
    "时间",
    "時間",
    "タイムスタンプ",
    "타임",
    "زمن",
];

/// Words that make a bare number an error number, likewise.
const NUMBER_LABELS: &[&str] = &[
    "code",
    "error",
    "código",
    "codice",
    "codigo",
    "erreur",
    "fehler",
    "fout",
    "fejl",
    "feil",
    "kod",
    "kód",
    "erro",
    "hata",
    "chyb",
    "błąd",
    "błęd",
    "шибк",
    "омилк",
    "код",
    "错误",
    "錯誤",
    "代码",
    "エラー",
    "오류",
    "خطأ",
];

/// One name of a text in reading order, with what stands in front of it and behind it.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) before: &'a str,
    /// From this name to the end of the text.
    pub(super) from: &'a str,
    pub(super) after: &'a str,
}

/// Every run of ASCII letters, digits, `_` and `-`.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (_, from) = rest.split_at_checked(rest.find(is_word)?)?;
        let (word, after) = from.split_at_checked(from.find(|c| !is_word(c)).unwrap_or(from.len()))?;
        rest = after;
        let before = text.get(..text.len().saturating_sub(from.len())).unwrap_or_default();
        Some(Word { text: word, before, from, after })
    })
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

impl<'a> Word<'a> {
    /// Whether it is one of the names, letter case aside.
    pub(super) fn is(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.text.eq_ignore_ascii_case(name))
    }

    /// What follows the name in `name: value`, `name=value`, `"name":"value"`, `[name] => value`. `true`: the value is
    /// quoted or stands behind an equals sign, so that it is no part of a sentence.
    pub(super) fn value(&self) -> Option<(&'a str, bool)> {
        let rest = self.after.trim_start_matches([' ', '\t', '"', '\'', ']']);
        let is_equal = rest.starts_with('=');
        let rest = rest.strip_prefix([':', '='])?.trim_start_matches([' ', '\t', '>', '[']);
        let quoted = rest.strip_prefix(['"', '\'']);
        Some((quoted.unwrap_or(rest), is_equal || quoted.is_some()))
    }

    /// The value if it is a name.
    pub(super) fn value_word(&self) -> Option<(&'a str, bool)> {
        let (value, is_firm) = self.value()?;
        let (word, _) = value.split_at_checked(value.find(|c| !is_word(c)).unwrap_or(value.len()))?;
        (!word.is_empty() && word.len() <= 64).then_some((word, is_firm))
    }

    /// The value if it is a number of at most nine digits.
    pub(super) fn value_number(&self) -> Option<u32> {
        number(self.value_word()?.0)
    }

    /// An AADSTS number in this name, or right behind it.
    pub(super) fn aadsts(&self) -> Option<u32> {
        let at = self.text.as_bytes().windows(6).position(|name| name.eq_ignore_ascii_case(b"aadsts"))?;
        let tail = self.text.get(at.saturating_add(6)..)?.trim_start_matches(['-', '_']);
        if !tail.is_empty() {
            return leading_number(tail).filter(|number| *number >= SMALLEST);
        }
        let gap = self.after.char_indices().take(5).find(|(_, c)| c.is_ascii_digit())?.0;
        let (gap, tail) = self.after.split_at_checked(gap)?;
        let is_gap = gap.chars().all(|c| c.is_whitespace() || ":#.*(=-\"'".contains(c));
        leading_number(tail).filter(|number| is_gap && *number >= SMALLEST)
    }

    /// The numbers in the list behind `error_codes`, whether JSON or a dump of PHP: what stands up to the first other word.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        let list = self.after.find(|c: char| !(c.is_ascii_digit() || c.is_whitespace() || "\"':=>[](),Aray".contains(c)));
        let list = self.after.get(..list.unwrap_or(self.after.len())).unwrap_or_default();
        // A dump of PHP numbers its rows, with small numbers.
        list.split(|c: char| !c.is_ascii_digit()).filter_map(number).filter(|number| *number >= SMALLEST)
    }

    /// A known AADSTS number that a word such as "error code" makes one.
    pub(super) fn bare_number(&self) -> Option<u32> {
        let number = number(self.text).filter(|number| code_of(*number).is_some())?;
        self.follows(NUMBER_LABELS).then_some(number)
    }

    /// Which of the two IDs it is, if it is a GUID.
    pub(super) fn guid(&self) -> Option<GuidRole> {
        is_guid(self.text).then(|| {
            if self.follows(CORRELATION_LABELS) {
                GuidRole::Correlation
            } else if self.follows(TRACE_LABELS) {
                GuidRole::Trace
            } else {
                GuidRole::Other
            }
        })
    }

    /// A time that begins here, `2026-11-24 05:06:07Z` in any precision, and whether a label says that it is the one.
    pub(super) fn timestamp(&self) -> Option<(&'a str, bool)> {
        let rest = digits_like("dddd-dd-dd", self.from)?;
        let rest = rest.strip_prefix(['T', ' ']).and_then(|rest| digits_like("dd:dd:dd", rest))?;
        let rest = match rest.strip_prefix('.') {
            Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
            None => rest,
        };
        let rest = rest.strip_prefix('Z').unwrap_or(rest);
        let time = self.from.get(..self.from.len().saturating_sub(rest.len()))?;
        let is_labelled = self.follows(TIME_LABELS);
        // Without a label only a time in UTC, which is how Microsoft writes it; a log has times of its own.
        (time.len() <= 32 && (is_labelled || time.ends_with('Z'))).then_some((time, is_labelled))
    }

    fn follows(&self, labels: &[&str]) -> bool {
        let start = self.before.char_indices().rev().take(LABEL_CHARS).last().map_or(self.before.len(), |(start, _)| start);
        let near = self.before.get(start..).unwrap_or_default().to_ascii_lowercase();
        labels.iter().any(|label| near.contains(label))
    }
}

/// What follows a text that looks like the shape, in which `d` stands for a digit.
fn digits_like<'a>(shape: &str, text: &'a str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(shape.len())?;
    let fits = |(byte, wanted): (u8, u8)| if wanted == b'd' { byte.is_ascii_digit() } else { byte == wanted };
    head.bytes().zip(shape.bytes()).all(fits).then_some(rest)
}

/// What a GUID is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GuidRole {
    Trace,
    Correlation,
    Other,
}

/// A number of one to nine ASCII digits and nothing else.
pub(super) fn number(text: &str) -> Option<u32> {
    ((1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The number that a text begins with.
pub(super) fn leading_number(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    number(text.get(..end)?)
}
