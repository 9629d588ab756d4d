//! Reading JSON text. The parsers at hand round numbers, sort keys or drop the first of two equal ones.

use std::collections::BTreeSet;

use super::Value;

/// How deep values may be nested.
const MOST_LEVELS: usize = 128;

/// So many keys of an object are compared with each other as they come; more would take for ever.
const FEW_KEYS: usize = 200;

/// A text that is no JSON, or has a key twice in one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidJson {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// Reads a JSON text.
///
/// # Errors
/// When the text is no JSON value, is nested deeper than 128 levels, or has a key twice in one object.
///
/// ```
/// use facts::json::{Value, parse};
///
/// assert_eq!(parse("0.10"), Ok(Value::Number("0.10".to_owned())));
/// assert!(parse(r#"{"a": 1, "a": 2}"#).is_err());
/// ```
///
/// Source: RFC 8259
pub fn parse(text: &str) -> Result<Value, InvalidJson> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(MOST_LEVELS);
    parser.blanks();
    match value {
        Some(value) if parser.at == text.len() => Ok(value),
        _ => Err(parser.fault()),
    }
}

struct Parser<'t> {
    text: &'t str,
    /// The byte that comes next, always at the start of a character.
    at: usize,
}

impl Parser<'_> {
    fn fault(&self) -> InvalidJson {
        let before = self.text.get(..self.at).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        InvalidJson { line: before.matches('\n').count() + 1, column }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Passes over these characters, if they come next.
    fn eat(&mut self, expected: &str) -> Option<()> {
        let found = self.text.get(self.at..)?.starts_with(expected);
        self.at += if found { expected.len() } else { 0 };
        found.then_some(())
    }

    fn value(&mut self, levels_left: usize) -> Option<Value> {
        self.blanks();
        match self.peek()? {
            b'n' => self.eat("null").map(|()| Value::Null),
            b't' => self.eat("true").map(|()| Value::Bool(true)),
            b'f' => self.eat("false").map(|()| Value::Bool(false)),
            b'"' => self.string().map(Value::String),
            b'[' => self.array(levels_left.checked_sub(1)?),
            b'{' => self.object(levels_left.checked_sub(1)?),
            _ => self.number(),
        }
    }

    fn array(&mut self, levels_left: usize) -> Option<Value> {
        self.eat("[")?;
        let mut values = Vec::new();
        self.blanks();
        if self.eat("]").is_some() {
            return Some(Value::Array(values));
        }
        loop {
            values.push(self.value(levels_left)?);
            self.blanks();
            if self.eat("]").is_some() {
                return Some(Value::Array(values));
            }
            self.eat(",")?;
        }
    }

    fn object(&mut self, levels_left: usize) -> Option<Value> {
        self.eat("{")?;
        let mut fields: Vec<(String, Value)> = Vec::new();
        self.blanks();
        if self.eat("}").is_some() {
            return Some(Value::Object(fields));
        }
        loop {
            self.blanks();
            let key = self.string()?;
            self.blanks();
            self.eat(":")?;
            let value = self.value(levels_left)?;
            if fields.len() < FEW_KEYS && fields.iter().any(|(name, _)| *name == key) {
                return None;
            }
            fields.push((key, value));
            self.blanks();
            if self.eat("}").is_some() {
                return (fields.len() <= FEW_KEYS || has_no_key_twice(&fields)).then_some(Value::Object(fields));
            }
            self.eat(",")?;
        }
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        // Without a sign is well as with one.
        let _ = self.eat("-");
        if self.eat("0").is_none() {
            self.digits()?;
        }
        if self.eat(".").is_some() {
            self.digits()?;
        }
        if self.eat("e").or_else(|| self.eat("E")).is_some() {
            let _ = self.eat("+").or_else(|| self.eat("-"));
            self.digits()?;
        }
        self.text.get(start..self.at).map(|digits| Value::Number(digits.to_owned()))
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        self.eat("\"")?;
        let mut string = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            if self.eat("\"").is_some() {
                return Some(string);
            }
            self.eat("\\")?;
            string.push(self.escaped()?);
        }
    }

    /// The character that an escape stands for; half a pair of surrogates stands for none.
    fn escaped(&mut self) -> Option<char> {
        let letter = self.peek()?;
        let plain = match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                let first = self.unit()?;
                if char::from_u32(first.into()).is_some() {
                    return char::from_u32(first.into());
                }
                self.eat("\\u")?;
                let second = self.unit()?;
                return char::decode_utf16([first, second]).next()?.ok();
            }
            _ => return None,
        };
        self.at += 1;
        Some(plain)
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u16> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.at += if all { digits.len() } else { 0 };
        u16::from_str_radix(digits, 16).ok().filter(|_| all)
    }
}

fn has_no_key_twice(fields: &[(String, Value)]) -> bool {
    let mut keys = BTreeSet::new();
    fields.iter().all(|(key, _)| keys.insert(key.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_json_is_read_as_written() {
        let text =
            " {\"b\" : [1.50, -0, 2E+3, true, false, null, {}, []],\n\t\"a\": \"\\u00e9\\ud83d\\ude00\\/\\n罚款\"}\r\n";
        let Ok(Value::Object(fields)) = parse(text) else { panic!("no object") };
        let keys: Vec<&str> = fields.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["b", "a"]);
        let Value::Array(values) = &fields[0].1 else { panic!("no array") };
        assert_eq!(values[..3], ["1.50", "-0", "2E+3"].map(|digits| Value::Number(digits.to_owned())));
        assert_eq!(values[3..6], [Value::Bool(true), Value::Bool(false), Value::Null]);
        assert_eq!(fields[1].1, Value::String("é😀/\n罚款".to_owned()));
    }

    #[test]
    fn what_is_no_json_is_told_with_its_place() {
        for text in [
            "",
            " ",
            "{",
            "[1,]",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "+1",
            "1.",
            ".5",
            "1e",
            "-",
            "nul",
            "True",
            "\"",
            "\"\t\"",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "1 2",
            "[1]]",
            "NaN",
            "Infinity",
            "'a'",
            "/**/1",
            "{\"a\":1,\"a\":1}",
            "\u{feff}1",
            "\"\\u+123\"",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert_eq!(parse("{\n \"罚\": x}"), Err(InvalidJson { line: 2, column: 7 }));
    }

    #[test]
    fn objects_of_many_keys_are_read_in_no_time_and_have_none_twice() {
        let object = |last: usize| {
            let keys: Vec<String> = (0..300_000).chain([last]).map(|key| format!("\"{key}\":0")).collect();
            format!("{{{}}}", keys.join(","))
        };
        assert!(parse(&object(300_000)).is_ok());
        for twice in [0, FEW_KEYS - 1, FEW_KEYS, 299_999] {
            assert!(parse(&object(twice)).is_err(), "{twice}");
        }
        // Among few keys the place is told where the second one stands.
        assert_eq!(parse("{\"a\": 1,\n\"a\": 2,\n\"b\": 3}"), Err(InvalidJson { line: 2, column: 7 }));
    }

    #[test]
    fn nesting_has_an_end() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(parse(&nested(MOST_LEVELS)).is_ok());
        assert!(parse(&nested(MOST_LEVELS + 1)).is_err());
        assert!(parse(&"[".repeat(1_000_000)).is_err());
    }
}
