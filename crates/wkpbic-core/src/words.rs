//! Enums whose values are words of the JSON interface: each word is spelled once, beside its variant.

/// Declares such an enum: `Variant = "word"`. Besides the usual traits it gets `ALL`, `as_str`, `parse`, and is a text to
/// serde, in both directions. A table and not derived code, which a browser would have to load for every enum anew.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $( $(#[$doc:meta])* $variant:ident = $word:literal, )+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $( $(#[$doc])* $variant, )+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The word used in JSON and in the contract.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }

            /// The value of that word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::parse(&word).ok_or_else(|| serde::de::Error::custom(concat!("not a word of ", stringify!($name))))
            }
        }
    };
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macro makes public enums")]
mod tests {
    words! {
        /// An enum of two.
        pub enum Side {
            /// One.
            Left = "left",
            /// The other.
            Right = "right",
        }
    }

    #[test]
    fn a_value_is_its_word_in_both_directions() {
        for (side, word) in [(Side::Left, "left"), (Side::Right, "right")] {
            assert_eq!(side.as_str(), word);
            assert_eq!(Side::parse(word), Some(side));
            assert_eq!(serde_json::to_string(&side).unwrap(), format!("\"{word}\""));
            assert_eq!(serde_json::from_str::<Side>(&format!("\"{word}\"")).unwrap(), side);
        }
        assert_eq!(Side::ALL, [Side::Left, Side::Right]);
    }

    #[test]
    fn another_word_is_refused_by_the_name_of_the_enum() {
        assert_eq!(Side::parse("Left"), None);
        let refusal = serde_json::from_str::<Side>("\"middle\"").unwrap_err().to_string();
        assert!(refusal.starts_with("not a word of Side"), "{refusal}");
        assert!(!refusal.contains("middle"), "{refusal}");
    }
}
