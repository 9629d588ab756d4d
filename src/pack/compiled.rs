//! How days stand in the compiled form of a pack: as their number.

/// A day.
pub(super) mod day {
    use chrono::Datelike;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::facts::Date;

    pub(in crate::pack) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(day.num_days_from_ce())
    }

    pub(in crate::pack) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        Date::from_num_days_from_ce_opt(i32::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("a day"))
    }
}

/// A day that may be absent.
pub(super) mod optional_day {
    use chrono::Datelike;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::facts::Date;

    pub(in crate::pack) fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.num_days_from_ce()).serialize(serializer)
    }

    pub(in crate::pack) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let number = Option::<i32>::deserialize(deserializer)?;
        let day = |number| Date::from_num_days_from_ce_opt(number).ok_or_else(|| D::Error::custom("a day"));
        number.map(day).transpose()
    }
}
