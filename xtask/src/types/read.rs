//! What the sources say of the types: structs, tagged enums, closed word lists, and how the reader of requests takes them
//! apart.

use std::collections::{BTreeMap, BTreeSet};

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Fields, FnArg, Ident, Item, ItemEnum, ItemFn, Lit, LitStr, Meta, Pat, Token, Type, braced};

use crate::Failure;

/// A type that travels as JSON.
pub enum Named {
    Struct(Struct),
    /// The codes of a closed list of words, each with its documentation.
    Words {
        docs: String,
        words: Vec<(String, String)>,
    },
    /// An enum that serde writes as objects, of which a field says the variant.
    Tagged {
        docs: String,
        tag: String,
        variants: Vec<Variant>,
    },
}

/// A variant of a tagged enum.
pub struct Variant {
    /// Its name in JSON.
    pub code: String,
    pub docs: String,
    pub fields: Vec<Field>,
}

pub struct Struct {
    pub docs: String,
    pub fields: Vec<Field>,
    /// Whether serde derives how it is written.
    pub derived: bool,
}

pub struct Field {
    /// The name in Rust.
    pub name: String,
    pub docs: String,
    pub of: Type,
    /// What its serde attributes say.
    pub skipped: bool,
    pub flattened: bool,
    pub may_be_absent: bool,
    pub renamed: Option<String>,
}

/// All types of a file, by their names.
pub fn types(source: &str) -> Result<BTreeMap<String, Named>, Failure> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let mut found = BTreeMap::new();
    for item in file.items {
        match item {
            Item::Struct(item) => {
                let Fields::Named(fields) = item.fields else { continue };
                let fields = fields.named.into_iter().map(field).collect();
                let derived = item.attrs.iter().any(|attribute| tokens(attribute).contains("Serialize"));
                let read = Struct { docs: docs(&item.attrs), fields, derived };
                found.insert(item.ident.to_string(), Named::Struct(read));
            }
            Item::Enum(item) => {
                let name = item.ident.to_string();
                found.extend(tagged(item)?.map(|read| (name, read)));
            }
            Item::Macro(item) if item.mac.path.is_ident("vocabulary") => {
                let lists: Lists = item.mac.parse_body().map_err(|error| error.to_string())?;
                found.extend(lists.0);
            }
            _ => {}
        }
    }
    Ok(found)
}

/// An enum that serde tags, and `None` of any other.
fn tagged(of: ItemEnum) -> Result<Option<Named>, Failure> {
    let said = serde_says(&of.attrs);
    let Some(tag) = quoted(&said, "tag") else { return Ok(None) };
    if quoted(&said, "rename_all") != Some("snake_case") || said.contains("content") {
        return Err(format!("{} is tagged in a way that is not known here", of.ident));
    }
    let variant = |variant: syn::Variant| {
        let fields = match variant.fields {
            Fields::Unit => vec![],
            Fields::Named(fields) => fields.named.into_iter().map(field).collect(),
            Fields::Unnamed(_) => return Err(format!("{}::{} has fields without names", of.ident, variant.ident)),
        };
        Ok(Variant { code: snake_case(&variant.ident.to_string()), docs: docs(&variant.attrs), fields })
    };
    let variants = of.variants.into_iter().map(variant).collect::<Result<_, _>>()?;
    Ok(Some(Named::Tagged { docs: docs(&of.attrs), tag: tag.to_owned(), variants }))
}

/// `one_is_enough` of `OneIsEnough`.
fn snake_case(name: &str) -> String {
    let mut code = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.extend(letter.to_lowercase());
    }
    code
}

/// What the serde attributes of something say.
fn serde_says(attributes: &[Attribute]) -> String {
    attributes.iter().filter(|it| it.path().is_ident("serde")).map(tokens).collect()
}

/// What serde attributes give a name: `kind` of `tag = "kind"`.
fn quoted<'s>(said: &'s str, name: &str) -> Option<&'s str> {
    said.split(&format!("{name} = \"")).nth(1)?.split('"').next()
}

fn field(field: syn::Field) -> Field {
    let said = serde_says(&field.attrs);
    let renamed = quoted(&said, "rename");
    Field {
        name: field.ident.map(|name| name.to_string()).unwrap_or_default(),
        docs: docs(&field.attrs),
        of: field.ty,
        skipped: said.split(',').any(|word| word.trim() == "skip"),
        flattened: said.contains("flatten"),
        may_be_absent: said.contains("skip_serializing_if"),
        renamed: renamed.map(str::to_owned),
    }
}

/// What stands in the brackets of an attribute.
fn tokens(attribute: &Attribute) -> String {
    match &attribute.meta {
        Meta::List(list) => list.tokens.to_string(),
        _ => String::new(),
    }
}

/// The documentation, line by line.
fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter(|it| it.path().is_ident("doc")).filter_map(|it| match &it.meta {
        Meta::NameValue(line) => match &line.value {
            Expr::Lit(line) => match &line.lit {
                Lit::Str(line) => Some(line.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The body of `vocabulary! { … }`.
struct Lists(Vec<(String, Named)>);

impl Parse for Lists {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut lists = Vec::new();
        while !input.is_empty() {
            let docs = docs(&input.call(Attribute::parse_outer)?);
            let name: Ident = input.parse()?;
            let _: LitStr = input.parse()?;
            let body;
            braced!(body in input);
            let words: Punctuated<Word, Token![,]> = body.parse_terminated(Word::parse, Token![,])?;
            let words = words.into_iter().map(|word| (word.code, word.docs)).collect();
            lists.push((name.to_string(), Named::Words { docs, words }));
        }
        Ok(Self(lists))
    }
}

struct Word {
    docs: String,
    code: String,
}

impl Parse for Word {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let docs = docs(&input.call(Attribute::parse_outer)?);
        let _: Ident = input.parse()?;
        let _: Token![=] = input.parse()?;
        Ok(Self { docs, code: input.parse::<LitStr>()?.value() })
    }
}

/// The fields of each struct as they are written in records: the name in Rust, and that in JSON.
pub fn written(source: &str) -> Result<BTreeMap<String, Vec<(String, String)>>, Failure> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let items = file.items.into_iter().filter_map(|item| match item {
        Item::Macro(item) if item.mac.path.is_ident("items") => Some(item.mac),
        _ => None,
    });
    let mut found = BTreeMap::new();
    for item in items {
        let records: Records = item.parse_body().map_err(|error| error.to_string())?;
        found.extend(records.0);
    }
    Ok(found)
}

/// The body of `items! { … }`.
struct Records(Vec<(String, Vec<(String, String)>)>);

impl Parse for Records {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut records = Vec::new();
        while !input.is_empty() {
            let name: Ident = input.parse()?;
            let body;
            braced!(body in input);
            let mut fields = Vec::new();
            while !body.is_empty() {
                let field: Ident = body.parse()?;
                let renamed =
                    if body.parse::<Option<Token![as]>>()?.is_some() { Some(body.parse::<LitStr>()?) } else { None };
                fields.push((field.to_string(), renamed.map_or_else(|| field.to_string(), |name| name.value())));
                let _ = body.parse::<Option<Token![,]>>()?;
            }
            records.push((name.to_string(), fields));
        }
        Ok(Self(records))
    }
}

/// How the reader of requests reads a struct: the JSON names that it knows, and those without which it has a problem.
#[derive(Default)]
pub struct Reading {
    pub known: BTreeSet<String>,
    pub required: BTreeSet<String>,
}

/// How each struct is read, by its name: by the functions `read_…(reader: …, …) -> Option<Name>` of a file.
pub fn readings(source: &str) -> Result<BTreeMap<String, Reading>, Failure> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let mut found = BTreeMap::new();
    for item in file.items {
        let Item::Fn(function) = item else { continue };
        let Some(name) = returned(&function) else { continue };
        let mut calls = Calls(Reading::default());
        syn::visit::Visit::visit_block(&mut calls, &function.block);
        found.insert(name, calls.0);
    }
    Ok(found)
}

/// `Penalty` of a function that takes a `reader` and gives `Option<Penalty>`.
fn returned(function: &ItemFn) -> Option<String> {
    let takes_reader = function.sig.inputs.iter().any(|input| match input {
        FnArg::Typed(input) => matches!(&*input.pat, Pat::Ident(name) if name.ident == "reader"),
        FnArg::Receiver(_) => false,
    });
    let syn::ReturnType::Type(_, of) = &function.sig.output else { return None };
    takes_reader.then(|| super::inner(of, "Option"))?.and_then(super::name)
}

/// The methods of a reader that are called, with the names of fields that they are given; and fields taken by themselves.
struct Calls(Reading);

impl<'a> syn::visit::Visit<'a> for Calls {
    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        let field = call.args.iter().find_map(|argument| match argument {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(name) => Some(name.value()),
                _ => None,
            },
            _ => None,
        });
        let of_reader = matches!(&*call.receiver, Expr::Path(path) if path.path.is_ident("reader"));
        if let Some(field) = field.filter(|_| of_reader) {
            if call.method.to_string().starts_with("required") {
                self.0.required.insert(field.clone());
            }
            self.0.known.insert(field);
        }
        syn::visit::visit_expr_method_call(self, call);
    }
}
