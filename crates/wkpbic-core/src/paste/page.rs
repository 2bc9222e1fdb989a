//! A pasted text with its labels, values and lines.

use super::labels::{Label, Meaning, find_labels};
use super::letters::is_letter;
use super::values::{Value, find_values};

/// Where a label or value stands. Counts are of the characters before it in its line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    /// Tabs, bars, commas outside of double quotes, semicolons.
    pub(super) dividers: [usize; 4],
}

/// A line; ranges are positions in the text, in the labels and in the values.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) labels: (usize, usize),
    pub(super) values: (usize, usize),
    /// Holds no letter or digit.
    pub(super) blank: bool,
    /// Holds one label and no other letter.
    pub(super) only_label: bool,
    /// Holds one label and a few words of somebody's own, such as `My Client ID of the app`.
    pub(super) worded_label: bool,
    /// Holds a colon or an equals sign outside of labels.
    pub(super) keyed: bool,
}

/// The text, prepared.
pub(super) struct Page {
    /// The characters, tags and words of copy buttons replaced by blanks.
    pub(super) text: Vec<char>,
    pub(super) labels: Vec<Label>,
    pub(super) values: Vec<Value>,
    pub(super) label_places: Vec<Place>,
    pub(super) value_places: Vec<Place>,
    pub(super) lines: Vec<Line>,
    /// One bit for each meaning that some label has.
    meanings: u32,
}

impl Page {
    /// Prepares the text; linear.
    pub(super) fn read(text: &[char]) -> Self {
        let mut text = without_tags(text);
        let mut labels = find_labels(&text);
        for label in labels.iter().filter(|label| label.meaning == Meaning::Noise) {
            if fills_line(&text, label) {
                text.iter_mut().take(label.end).skip(label.start).for_each(|character| *character = ' ');
            }
        }
        labels.retain(|label| label.meaning != Meaning::Noise);
        let values = find_values(&text);
        let label_places = places(&text, &labels.iter().map(|label| label.start).collect::<Vec<_>>());
        let value_places = places(&text, &values.iter().map(|value| value.start).collect::<Vec<_>>());
        let lines = lines(&text, &labels, &label_places, &value_places);
        let meanings = labels.iter().fold(0, |meanings, label| meanings | bit(label.meaning));
        Self { text, labels, values, label_places, value_places, lines, meanings }
    }

    /// The characters from one position to another.
    pub(super) fn slice(&self, from: usize, to: usize) -> &[char] {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The same as text.
    pub(super) fn string(&self, from: usize, to: usize) -> String {
        self.slice(from, to).iter().collect()
    }

    /// Whether some label has this meaning.
    pub(super) fn mentions(&self, meaning: Meaning) -> bool {
        self.meanings & bit(meaning) != 0
    }
}

fn bit(meaning: Meaning) -> u32 {
    1_u32.checked_shl(meaning as u32).unwrap_or(0)
}

pub(super) fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn fills_line(text: &[char], label: &Label) -> bool {
    let free = |character: &&char| !is_line_end(**character);
    let before = text.get(..label.start).unwrap_or_default().iter().rev().take(16).take_while(free).any(|&character| is_letter(character));
    let after = text.get(label.end..).unwrap_or_default().iter().take(16).take_while(free).any(|&character| is_letter(character));
    !before && !after
}

/// Blanks `&nbsp;` and the tags of tables, lists and emphasis that have no attributes.
fn without_tags(text: &[char]) -> Vec<char> {
    let mut clean = text.to_vec();
    let mut at = 0;
    while let Some(&character) = text.get(at) {
        let rest = text.get(at..).unwrap_or_default();
        let length = match character {
            '<' => tag(rest),
            '&' if rest.starts_with(&['&', 'n', 'b', 's', 'p', ';']) => 6,
            _ => 0,
        };
        clean.iter_mut().skip(at).take(length).for_each(|character| *character = ' ');
        at = at.saturating_add(length.max(1));
    }
    clean
}

const TAGS: &[&str] = &[
    "a", "b", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "i", "li", "ol", "p", "pre", "span", "strong", "table", "tbody",
    "td", "th", "thead", "tr", "u", "ul",
];

fn tag(text: &[char]) -> usize {
    let inside = text.iter().skip(1).take(12).take_while(|&&character| character != '>' && character != '<').count();
    let name: String = text.iter().skip(1).take(inside).filter(|character| !matches!(character, '/' | ' ')).collect();
    let closed = text.get(inside.saturating_add(1)) == Some(&'>');
    if closed && TAGS.contains(&name.to_ascii_lowercase().as_str()) { inside.saturating_add(2) } else { 0 }
}

/// Most letters beside a label in a line that is still a label.
const MAX_BESIDE: usize = 24;

fn places(text: &[char], starts: &[usize]) -> Vec<Place> {
    let mut found = Vec::with_capacity(starts.len());
    let mut wanted = starts.iter().copied().peekable();
    let mut place = Place::default();
    let mut quoted = false;
    for (at, &character) in text.iter().enumerate() {
        while wanted.next_if(|&start| start <= at).is_some() {
            found.push(place);
        }
        if character == '\n' {
            place = Place { line: place.line.saturating_add(1), ..Place::default() };
            quoted = false;
            continue;
        }
        place.column = place.column.saturating_add(1);
        let [tabs, bars, commas, semicolons] = &mut place.dividers;
        match character {
            '"' => quoted = !quoted,
            '\t' => *tabs = tabs.saturating_add(1),
            '|' => *bars = bars.saturating_add(1),
            ',' if !quoted => *commas = commas.saturating_add(1),
            ';' if !quoted => *semicolons = semicolons.saturating_add(1),
            _ => {}
        }
    }
    found.resize(starts.len(), place);
    found
}

fn lines(text: &[char], labels: &[Label], label_places: &[Place], value_places: &[Place]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut label, mut value) = (0_usize, 0_usize, 0_usize);
    for (number, line) in text.split(|&character| character == '\n').enumerate() {
        let end = start.saturating_add(line.len());
        let labels_here = label_places.iter().skip(label).take_while(|place| place.line == number).count();
        let values_here = value_places.iter().skip(value).take_while(|place| place.line == number).count();
        let mut row = Line {
            start,
            end,
            labels: (label, label.saturating_add(labels_here)),
            values: (value, value.saturating_add(values_here)),
            blank: true,
            ..Line::default()
        };
        let mut spans = labels.iter().skip(label).take(labels_here).peekable();
        let mut beside = 0_usize;
        for (at, &character) in (start..).zip(line) {
            while spans.next_if(|span| span.end <= at).is_some() {}
            let inside = spans.peek().is_some_and(|span| span.start <= at);
            let letter = is_letter(character);
            row.blank &= !letter;
            beside = beside.saturating_add(usize::from(letter && !inside));
            row.keyed |= !inside && matches!(character, ':' | '=' | '：' | '＝');
        }
        row.only_label = labels_here == 1 && values_here == 0 && beside == 0;
        row.worded_label = labels_here == 1 && values_here == 0 && (1..=MAX_BESIDE).contains(&beside);
        lines.push(row);
        (start, label, value) = (end.saturating_add(1), row.labels.1, row.values.1);
    }
    lines
}
