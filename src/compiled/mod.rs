//! How the build script hands packs and the calendar to the product: as bytes, field after field.
//!
//! Both ends are the same types of the same sources, so there are no names, no versions and no way to be wrong but a
//! broken build. A deserialiser of serde would do the same and weigh nine kilobytes more in what a page downloads.

use crate::facts::{Date, Money, Set};

/// Something with a compiled form.
pub trait Compiled: Sized {
    /// Puts its bytes at the end.
    fn write(&self, bytes: &mut Vec<u8>);
    /// Takes it from the front; `None` when the bytes are not its own.
    fn read(bytes: &mut &[u8]) -> Option<Self>;
}

/// The bytes of a value.
pub fn to_bytes<T: Compiled>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.write(&mut bytes);
    bytes
}

/// The value whose bytes these are.
pub fn from_bytes<T: Compiled>(mut bytes: &[u8]) -> Option<T> {
    T::read(&mut bytes).filter(|_| bytes.is_empty())
}

fn take<'b>(bytes: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (front, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(front)
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

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let mut value = 0;
        for shift in (0..Self::BITS).step_by(7) {
            let byte = u8::read(bytes)?;
            value |= Self::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }
}

impl Compiled for u8 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        take(bytes, 1)?.first().copied()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Compiled for $number {
            fn write(&self, bytes: &mut Vec<u8>) {
                u64::try_from(*self).unwrap_or(0).write(bytes);
            }

            fn read(bytes: &mut &[u8]) -> Option<Self> {
                Self::try_from(u64::read(bytes)?).ok()
            }
        }
    )+};
}

numbers!(u16, u32, i32, usize);

impl Compiled for bool {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        u8::read(bytes).map(|byte| byte != 0)
    }
}

impl Compiled for String {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.len().write(bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    #[inline(never)]
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let length = usize::read(bytes)?;
        String::from_utf8(take(bytes, length)?.to_vec()).ok()
    }
}

/// The number of the day, which never lies before the common era but for the day before all.
impl Compiled for Date {
    fn write(&self, bytes: &mut Vec<u8>) {
        u32::try_from(chrono::Datelike::num_days_from_ce(self)).unwrap_or(0).write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        match u32::read(bytes)? {
            0 => Some(Date::MIN),
            number => Date::from_num_days_from_ce_opt(i32::try_from(number).ok()?),
        }
    }
}

impl Compiled for Money {
    fn write(&self, bytes: &mut Vec<u8>) {
        u64::try_from(self.fen()).unwrap_or(0).write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Money::from_fen(i64::try_from(u64::read(bytes)?).ok()?)
    }
}

impl<T: crate::facts::Term> Compiled for Set<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.bits().write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        u16::read(bytes).map(Self::from_bits)
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
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        if bool::read(bytes)? { T::read(bytes).map(Some) } else { Some(None) }
    }
}

impl<T: Compiled> Compiled for Vec<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.len().write(bytes);
        self.iter().for_each(|value| value.write(bytes));
    }

    #[inline(never)]
    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let mut values = Vec::new();
        for _ in 0..usize::read(bytes)? {
            values.push(T::read(bytes)?);
        }
        Some(values)
    }
}

impl<T: Compiled, const N: usize> Compiled for [T; N] {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.iter().for_each(|value| value.write(bytes));
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let mut values = Vec::new();
        for _ in 0..N {
            values.push(T::read(bytes)?);
        }
        values.try_into().ok()
    }
}

/// Gives words of closed lists a compiled form: their places.
macro_rules! compiled_terms {
    ($($term:ty),+ $(,)?) => {$(
        impl $crate::compiled::Compiled for $term {
            fn write(&self, bytes: &mut Vec<u8>) {
                bytes.push(*self as u8);
            }

            fn read(bytes: &mut &[u8]) -> Option<Self> {
                <$term as $crate::facts::Term>::ALL.get(usize::from(u8::read(bytes)?)).copied()
            }
        }
    )+};
}

/// Gives structures a compiled form: their fields, in the order named here.
macro_rules! compiled_structs {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {$(
        impl $crate::compiled::Compiled for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                $(self.$field.write(bytes);)+
            }

            // Inlined into one another, forty readers weigh thrice as much.
            #[inline(never)]
            fn read(bytes: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: $crate::compiled::Compiled::read(bytes)?),+ })
            }
        }
    )+};
}

/// Gives enums a compiled form: the number of the variant, then what it holds.
macro_rules! compiled_enums {
    ($($name:ident {
        $($number:literal $variant:ident $(($held:ident))? $({ $($field:ident),+ })?),+ $(,)?
    })+) => {$(
        impl $crate::compiled::Compiled for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $(($held))? $({ $($field),+ })? => {
                        bytes.push($number);
                        $($held.write(bytes);)?
                        $($($field.write(bytes);)+)?
                    })+
                }
            }

            #[inline(never)]
            fn read(bytes: &mut &[u8]) -> Option<Self> {
                Some(match u8::read(bytes)? {
                    $($number => {
                        $(let $held = $crate::compiled::Compiled::read(bytes)?;)?
                        Self::$variant $(($held))? $({ $($field: $crate::compiled::Compiled::read(bytes)?),+ })?
                    })+
                    _ => return None,
                })
            }
        }
    )+};
}

pub(crate) use {compiled_enums, compiled_structs, compiled_terms};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_as_they_were() {
        let numbers = vec![0_u64, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        assert_eq!(from_bytes::<Vec<u64>>(&to_bytes(&numbers)), Some(numbers));
        let texts = [Some("罚款".to_owned()), None, Some(String::new())];
        assert_eq!(from_bytes::<[Option<String>; 3]>(&to_bytes(&texts)), Some(texts));
        let days = vec![Date::MIN, Date::from_ymd_opt(2026, 11, 21).unwrap()];
        assert_eq!(from_bytes::<Vec<Date>>(&to_bytes(&days)), Some(days));
    }

    #[test]
    fn bytes_that_are_not_its_own_are_nothing() {
        assert_eq!(from_bytes::<String>(&[5, b'a']), None);
        assert_eq!(from_bytes::<String>(&[1, b'a', b'b']), None);
        assert_eq!(from_bytes::<u16>(&to_bytes(&70_000_u32)), None);
        assert_eq!(from_bytes::<u64>(&[0xff; 11]), None);
    }
}
