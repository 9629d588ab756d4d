//! Whether there is enough of an enterprise to assess it on a day.
//!
//! The judgement answers whatever it is asked, also about nothing: by the contract that is the best class. Who shows an
//! answer to a person asks here first, for of an enterprise without code or name, or before it was founded, the best class
//! would be an untruth.

use super::{Date, Enterprise};

/// Why an enterprise is not assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// What every record must have is not there.
    Incomplete {
        /// Whether the credit code is empty. One that is no credit code is there.
        uscc: bool,
        /// Whether the name is empty, or the credit code once more: what a table without names gives.
        name: bool,
    },
    /// The day lies before this one, on which the enterprise was registered.
    BeforeRegistration(Date),
}

impl Withheld {
    /// The names of the fields that are empty.
    pub fn missing(self) -> impl Iterator<Item = &'static str> {
        let (uscc, name) = match self {
            Self::Incomplete { uscc, name } => (uscc, name),
            Self::BeforeRegistration(_) => (false, false),
        };
        [("uscc", uscc), ("name", name)].into_iter().filter(|(_, missing)| *missing).map(|(field, _)| field)
    }
}

impl Enterprise {
    /// Why the enterprise is not to be assessed as of a day; `None` where it is.
    ///
    /// ```
    /// use facts::{Date, Enterprise, Withheld};
    ///
    /// let day = Date::from_ymd_opt(2026, 11, 21).unwrap();
    /// let named = Enterprise { uscc: "123".to_owned(), name: "示例".to_owned(), ..Enterprise::default() };
    /// assert_eq!(named.withheld(day), None);
    /// let unnamed = Enterprise { name: " ".to_owned(), ..named };
    /// assert_eq!(unnamed.withheld(day), Some(Withheld::Incomplete { uscc: false, name: true }));
    /// let coded = Enterprise { name: "123".to_owned(), ..unnamed };
    /// assert_eq!(coded.withheld(day), Some(Withheld::Incomplete { uscc: false, name: true }));
    /// ```
    #[must_use]
    pub fn withheld(&self, as_of: Date) -> Option<Withheld> {
        let uscc = self.uscc.trim().is_empty();
        let name = self.name.trim().is_empty() || (!uscc && self.name.trim() == self.uscc.trim());
        if uscc || name {
            return Some(Withheld::Incomplete { uscc, name });
        }
        self.registered_on.filter(|registered_on| as_of < *registered_on).map(Withheld::BeforeRegistration)
    }
}
