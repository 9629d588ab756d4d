//! The rules by which the page judges.

use std::rc::Rc;

use crate::builtin;
use crate::calendar::Calendar;
use crate::pack::Pack;

/// The pack and the calendar in use.
pub struct Rules {
    pub pack: Pack,
    pub calendar: Calendar,
}

impl Rules {
    /// What the product brings along.
    #[must_use]
    pub fn built_in() -> Rc<Self> {
        Rc::new(Self { pack: builtin::own_pack(), calendar: builtin::own_calendar() })
    }
}

/// Equal when they are the same: rules are replaced as a whole.
impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
