//! How messages travel: as one flat JavaScript array, field after field. Half the size of JSON in the module, for the
//! browser itself copies the array from page to worker; both ends are the same build, so no names need to go along.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use crate::facts::Date;

/// Something that a message is made of.
pub(super) trait Wire: Sized {
    /// Puts it at the end of a message.
    fn write(&self, message: &Array);
    /// Takes it from a message; `None` when something else stands there.
    fn read(message: &mut Reading) -> Option<Self>;
}

/// A message that is being read, from its first field to its last.
pub(super) struct Reading {
    message: Array,
    place: u32,
}

impl Reading {
    pub(super) fn new(message: Array) -> Self {
        Self { message, place: 0 }
    }

    pub(super) fn next(&mut self) -> JsValue {
        let value = self.message.get(self.place);
        self.place += 1;
        value
    }
}

impl Wire for String {
    fn write(&self, message: &Array) {
        message.push(&JsValue::from_str(self));
    }

    fn read(message: &mut Reading) -> Option<Self> {
        message.next().as_string()
    }
}

/// Counts and sizes are below 2^53, up to which a JavaScript number is exact.
impl Wire for f64 {
    fn write(&self, message: &Array) {
        message.push(&JsValue::from_f64(*self));
    }

    fn read(message: &mut Reading) -> Option<Self> {
        message.next().as_f64()
    }
}

macro_rules! wire_numbers {
    ($($number:ty),+) => {$(
        impl Wire for $number {
            fn write(&self, message: &Array) {
                (*self as f64).write(message);
            }

            fn read(message: &mut Reading) -> Option<Self> {
                f64::read(message).map(|number| number as $number)
            }
        }
    )+};
}

wire_numbers!(u32, u64, usize);

impl Wire for bool {
    fn write(&self, message: &Array) {
        message.push(&JsValue::from_bool(*self));
    }

    fn read(message: &mut Reading) -> Option<Self> {
        message.next().as_bool()
    }
}

impl Wire for Date {
    fn write(&self, message: &Array) {
        f64::from(self.to_epoch_days()).write(message);
    }

    fn read(message: &mut Reading) -> Option<Self> {
        Date::from_epoch_days(f64::read(message)? as i32)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, message: &Array) {
        self.is_some().write(message);
        if let Some(value) = self {
            value.write(message);
        }
    }

    fn read(message: &mut Reading) -> Option<Self> {
        if bool::read(message)? { T::read(message).map(Some) } else { Some(None) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, message: &Array) {
        self.len().write(message);
        for value in self {
            value.write(message);
        }
    }

    fn read(message: &mut Reading) -> Option<Self> {
        let mut values = Vec::new();
        for _ in 0..usize::read(message)? {
            values.push(T::read(message)?);
        }
        Some(values)
    }
}

/// Its content stays where it is; what the browser copies is the reference.
impl Wire for Blob {
    fn write(&self, message: &Array) {
        message.push(self);
    }

    fn read(message: &mut Reading) -> Option<Self> {
        Some(message.next().unchecked_into())
    }
}

impl Wire for (String, String) {
    fn write(&self, message: &Array) {
        self.0.write(message);
        self.1.write(message);
    }

    fn read(message: &mut Reading) -> Option<Self> {
        Some((String::read(message)?, String::read(message)?))
    }
}

/// Sends the named fields of a type, in this order.
macro_rules! wired {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {$(
        impl $crate::worker::wire::Wire for $name {
            fn write(&self, message: &js_sys::Array) {
                $($crate::worker::wire::Wire::write(&self.$field, message);)+
            }

            fn read(message: &mut $crate::worker::wire::Reading) -> Option<Self> {
                Some(Self { $($field: $crate::worker::wire::Wire::read(message)?),+ })
            }
        }
    )+};
}

/// Sends a number for the variant, then what it holds.
macro_rules! wired_choice {
    ($name:ident { $($number:literal $variant:ident $(($value:ident))?),+ $(,)? }) => {
        impl $crate::worker::wire::Wire for $name {
            fn write(&self, message: &js_sys::Array) {
                match self {$(
                    Self::$variant $(($value))? => {
                        u32::write(&$number, message);
                        $($crate::worker::wire::Wire::write($value, message);)?
                    }
                )+}
            }

            fn read(message: &mut $crate::worker::wire::Reading) -> Option<Self> {
                match u32::read(message)? {
                    $($number => wired_choice!(@read message $name $variant $($value)?),)+
                    _ => None,
                }
            }
        }
    };
    (@read $message:ident $name:ident $variant:ident $value:ident) => {
        $crate::worker::wire::Wire::read($message).map($name::$variant)
    };
    (@read $message:ident $name:ident $variant:ident) => { Some($name::$variant) };
}

pub(super) use {wired, wired_choice};
