//! How the build script hands packs and the calendar to the product: as bytes, field after field.
//!
//! Both ends are the same types of the same sources, so there are no names, no versions and no way to be wrong but a
//! broken build. A deserialiser of serde would do the same and weigh nine kilobytes more in what a page downloads.

mod facts;

pub use facts::WithoutFigures;

use crate::{Date, Decimal, Figures, Money, Set};

/// Something with a compiled form.
pub trait Compiled: Sized {
    /// Puts its bytes at the end.
    fn write(&self, bytes: &mut Vec<u8>);
    /// Takes it from the front. From bytes that are not its own it takes some value or other, and they come to be
    /// [spoilt](Bytes).
    fn read(bytes: &mut Bytes) -> Self;
}

/// Bytes that are being read. Once something stands in them that cannot be read, they are spoilt: all that is still
/// taken from them are zeros, and [`from_bytes`] gives nothing. A reader that gave up at once, and every reader with
/// it, would have to drop what it holds after each of its fields: that is half of what readers weigh.
pub struct Bytes<'b> {
    rest: &'b [u8],
    spoilt: bool,
}

impl<'b> Bytes<'b> {
    #[inline(never)]
    /// Marks the bytes as spoilt: what is read from them from now on is zeros.
    pub fn spoil(&mut self) {
        self.rest = &[];
        self.spoilt = true;
    }

    fn take(&mut self, count: usize) -> &'b [u8] {
        match self.rest.split_at_checked(count) {
            Some((front, rest)) => {
                self.rest = rest;
                front
            }
            None => {
                self.spoil();
                &[]
            }
        }
    }

    /// What was read as one thing and may be none of another: `instead` where it is none.
    fn or_spoilt<T>(&mut self, read: Option<T>, instead: T) -> T {
        read.unwrap_or_else(|| {
            self.spoil();
            instead
        })
    }
}

/// The bytes of a value.
pub fn to_bytes<T: Compiled>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.write(&mut bytes);
    bytes
}

/// The value whose bytes these are.
pub fn from_bytes<T: Compiled>(bytes: &[u8]) -> Option<T> {
    let mut bytes = Bytes { rest: bytes, spoilt: false };
    let value = T::read(&mut bytes);
    (!bytes.spoilt && bytes.rest.is_empty()).then_some(value)
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
impl Compiled for u64 {
    fn write(&self, bytes: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            bytes.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        bytes.push(rest as u8);
    }

    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        let mut value = 0;
        for shift in (0..Self::BITS).step_by(7) {
            let byte = u8::read(bytes);
            value |= Self::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return value;
            }
        }
        bytes.spoil();
        value
    }
}

impl Compiled for u8 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }

    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        bytes.take(1).first().copied().unwrap_or(0)
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Compiled for $number {
            fn write(&self, bytes: &mut Vec<u8>) {
                u64::try_from(*self).unwrap_or(0).write(bytes);
            }

            fn read(bytes: &mut Bytes) -> Self {
                let number = Self::try_from(u64::read(bytes)).ok();
                bytes.or_spoilt(number, 0)
            }
        }
    )+};
}

numbers!(u16, u32, i32, usize);

impl Compiled for bool {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }

    fn read(bytes: &mut Bytes) -> Self {
        u8::read(bytes) != 0
    }
}

impl Compiled for String {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.len().write(bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        let length = usize::read(bytes);
        let text = String::from_utf8(bytes.take(length).to_vec()).ok();
        bytes.or_spoilt(text, Self::new())
    }
}

/// The number of the day, which never lies before the common era but for the day before all.
impl Compiled for Date {
    fn write(&self, bytes: &mut Vec<u8>) {
        u32::try_from(chrono::Datelike::num_days_from_ce(self)).unwrap_or(0).write(bytes);
    }

    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        let number = i32::read(bytes);
        if number == 0 {
            return Date::MIN;
        }
        bytes.or_spoilt(Date::from_num_days_from_ce_opt(number), Date::MIN)
    }
}

impl Compiled for Money {
    fn write(&self, bytes: &mut Vec<u8>) {
        u64::try_from(self.fen()).unwrap_or(0).write(bytes);
    }

    fn read(bytes: &mut Bytes) -> Self {
        let amount = i64::try_from(u64::read(bytes)).ok().and_then(Money::from_fen);
        bytes.or_spoilt(amount, Money::default())
    }
}

/// As its text: there are few.
impl Compiled for Decimal {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.to_string().write(bytes);
    }

    fn read(bytes: &mut Bytes) -> Self {
        let number = Decimal::parse(&String::read(bytes)).ok();
        bytes.or_spoilt(number, Decimal::default())
    }
}

impl Compiled for Figures {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.iter().count().write(bytes);
        for (name, value) in self.iter() {
            name.to_owned().write(bytes);
            value.write(bytes);
        }
    }

    fn read(bytes: &mut Bytes) -> Self {
        let mut figures = Self::default();
        for _ in 0..usize::read(bytes) {
            if bytes.spoilt {
                break;
            }
            let (name, value) = (String::read(bytes), Decimal::read(bytes));
            figures.set(&name, Some(value));
        }
        figures
    }
}

impl<T: crate::Term> Compiled for Set<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.bits().write(bytes);
    }

    fn read(bytes: &mut Bytes) -> Self {
        Self::from_bits(u16::read(bytes))
    }
}

impl<T: Compiled> Compiled for Option<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.is_some().write(bytes);
        if let Some(value) = self {
            value.write(bytes);
        }
    }

    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        bool::read(bytes).then(|| T::read(bytes))
    }
}

impl<T: Compiled> Compiled for Box<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        (**self).write(bytes);
    }

    fn read(bytes: &mut Bytes) -> Self {
        Self::new(T::read(bytes))
    }
}

impl<T: Compiled> Compiled for Vec<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.len().write(bytes);
        self.iter().for_each(|value| value.write(bytes));
    }

    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        let mut values = Vec::new();
        for _ in 0..usize::read(bytes) {
            // A number that is wrong may be as large as any.
            if bytes.spoilt {
                break;
            }
            values.push(T::read(bytes));
        }
        values
    }
}

impl<T: Compiled, const N: usize> Compiled for [T; N] {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.iter().for_each(|value| value.write(bytes));
    }

    fn read(bytes: &mut Bytes) -> Self {
        std::array::from_fn(|_| T::read(bytes))
    }
}

/// Gives words of closed lists a compiled form: their indices.
#[macro_export]
macro_rules! compiled_terms {
    ($($term:ty),+ $(,)?) => {$(
        impl $crate::compiled::Compiled for $term {
            fn write(&self, bytes: &mut Vec<u8>) {
                bytes.push(*self as u8);
            }

            fn read(bytes: &mut $crate::compiled::Bytes) -> Self {
                const ALL: &[$term] = <$term as $crate::Term>::ALL;
                let index = <u8 as $crate::compiled::Compiled>::read(bytes);
                ALL.get(usize::from(index)).copied().unwrap_or_else(|| {
                    bytes.spoil();
                    ALL[0]
                })
            }
        }
    )+};
}

/// Gives structures a compiled form: their fields, in the order named here.
#[macro_export]
macro_rules! compiled_structs {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {$(
        impl $crate::compiled::Compiled for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                $(self.$field.write(bytes);)+
            }

            // Inlined into one another, forty readers weigh thrice as much.
            #[inline(never)]
            fn read(bytes: &mut $crate::compiled::Bytes) -> Self {
                Self { $($field: $crate::compiled::Compiled::read(bytes)),+ }
            }
        }
    )+};
}

/// Gives enums a compiled form: the number of the variant, then what it holds. The first variant, numbered 0, is also
/// what spoilt bytes read as: it must not hold another value of its enum but in a list.
#[macro_export]
macro_rules! compiled_enums {
    ($($name:ident {
        0 $first:ident $(($first_held:ident))? $({ $($first_field:ident),+ })?
        $(, $number:literal $variant:ident $(($held:ident))? $({ $($field:ident),+ })?)* $(,)?
    })+) => {$(
        impl $crate::compiled::Compiled for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                match self {
                    Self::$first $(($first_held))? $({ $($first_field),+ })? => {
                        bytes.push(0);
                        $($first_held.write(bytes);)?
                        $($($first_field.write(bytes);)+)?
                    }
                    $(Self::$variant $(($held))? $({ $($field),+ })? => {
                        bytes.push($number);
                        $($held.write(bytes);)?
                        $($($field.write(bytes);)+)?
                    })*
                }
            }

            #[inline(never)]
            fn read(bytes: &mut $crate::compiled::Bytes) -> Self {
                match <u8 as $crate::compiled::Compiled>::read(bytes) {
                    $($number => {
                        $(let $held = $crate::compiled::Compiled::read(bytes);)?
                        Self::$variant $(($held))? $({ $($field: $crate::compiled::Compiled::read(bytes)),+ })?
                    })*
                    number => {
                        if number != 0 {
                            bytes.spoil();
                        }
                        $(let $first_held = $crate::compiled::Compiled::read(bytes);)?
                        Self::$first $(($first_held))? $({
                            $($first_field: $crate::compiled::Compiled::read(bytes)),+
                        })?
                    }
                }
            }
        }
    )+};
}

pub use crate::{compiled_enums, compiled_structs, compiled_terms};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sector;

    #[derive(Debug, PartialEq)]
    enum Either {
        Number(u8),
        Texts { one: String, other: String },
    }
    compiled_enums! { Either { 0 Number(number), 1 Texts { one, other } } }

    #[test]
    fn values_come_back_as_they_were() {
        let numbers = vec![0_u64, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        assert_eq!(from_bytes::<Vec<u64>>(&to_bytes(&numbers)), Some(numbers));
        let texts = [Some("罚款".to_owned()), None, Some(String::new())];
        assert_eq!(from_bytes::<[Option<String>; 3]>(&to_bytes(&texts)), Some(texts));
        for either in [Either::Number(7), Either::Texts { one: "a".to_owned(), other: "信".to_owned() }] {
            assert_eq!(from_bytes(&to_bytes(&either)), Some(either));
        }
        let days = vec![Date::MIN, Date::from_ymd_opt(2026, 11, 21).unwrap()];
        assert_eq!(from_bytes::<Vec<Date>>(&to_bytes(&days)), Some(days));
    }

    #[test]
    fn bytes_that_are_not_its_own_are_nothing() {
        assert_eq!(from_bytes::<String>(&[5, b'a']), None);
        assert_eq!(from_bytes::<String>(&[1, b'a', b'b']), None);
        assert_eq!(from_bytes::<u16>(&to_bytes(&70_000_u32)), None);
        assert_eq!(from_bytes::<u64>(&[0xff; 11]), None);
        assert_eq!(from_bytes::<Vec<u8>>(&to_bytes(&u64::MAX)), None);
        assert_eq!(from_bytes::<Sector>(&[200]), None);
        assert_eq!(from_bytes::<Either>(&[9, 1]), None);
        assert_eq!(from_bytes::<Either>(&[1]), None);
    }
}
