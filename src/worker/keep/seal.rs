//! Sealing with a passphrase, by the browser's own cryptography.

use js_sys::{Array, JsString, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto, WorkerGlobalScope};

use crate::archive::Seal;

/// How often PBKDF2 goes round for a new seal: what OWASP advises for HMAC-SHA-256 since 2023.
const ROUNDS: u32 = 600_000;
/// A file that asks for more was not written here, and would have the browser at work for minutes.
const MOST_ROUNDS: u32 = 10_000_000;
const KEY_BITS: u32 = 256;

/// Whether the browser has cryptography for this page. Over plain http it has none.
pub(super) fn is_offered() -> bool {
    subtle().is_some()
}

fn crypto() -> Option<Crypto> {
    let scope: WorkerGlobalScope = js_sys::global().dyn_into().ok()?;
    scope.crypto().ok()
}

fn subtle() -> Option<SubtleCrypto> {
    crypto().map(|crypto| crypto.subtle()).filter(|subtle| !subtle.is_undefined())
}

/// Seals content under a fresh salt and nonce.
///
/// # Errors
/// The browser's words. Where sealing [`is_offered`], nothing that is asked of it fails.
pub(super) async fn seal(passphrase: &str, content: &[u8]) -> Result<(Seal, Vec<u8>), JsValue> {
    let mut seal = Seal { rounds: ROUNDS, salt: [0; 16], nonce: [0; 12] };
    let crypto = crypto().unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into());
    crypto.get_random_values_with_u8_array(&mut seal.salt)?;
    crypto.get_random_values_with_u8_array(&mut seal.nonce)?;
    let subtle = crypto.subtle();
    let key = key(&subtle, &seal, passphrase, "encrypt").await?;
    let content = Uint8Array::from(content);
    let sealed = bytes(subtle.encrypt_with_object_and_js_u8_array(&cipher(&seal), &key, &content)?).await?;
    Ok((seal, sealed))
}

/// Opens what was sealed. `None` when the passphrase is not the one.
pub(super) async fn unseal(seal: &Seal, passphrase: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    if !(1..=MOST_ROUNDS).contains(&seal.rounds) {
        return None;
    }
    let subtle = subtle()?;
    let key = key(&subtle, seal, passphrase, "decrypt").await.ok()?;
    let sealed = Uint8Array::from(sealed);
    bytes(subtle.decrypt_with_object_and_js_u8_array(&cipher(seal), &key, &sealed).ok()?).await.ok()
}

/// The key that a passphrase gives, for one use.
async fn key(subtle: &SubtleCrypto, seal: &Seal, passphrase: &str, usage: &str) -> Result<CryptoKey, JsValue> {
    // The same letters may be written in several ways, and each keyboard has its own.
    let passphrase = String::from(JsString::from(passphrase).normalize("NFC"));
    let passphrase = Uint8Array::from(passphrase.as_bytes());
    let usages = Array::of1(&"deriveKey".into());
    let material = subtle.import_key_with_str("raw", &passphrase, "PBKDF2", false, &usages)?;
    let material: CryptoKey = JsFuture::from(material).await?.unchecked_into();
    let salt = Uint8Array::from(&seal.salt[..]);
    let derivation = Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", seal.rounds, &salt);
    let kind = AesDerivedKeyParams::new("AES-GCM", KEY_BITS);
    let usages = Array::of1(&usage.into());
    let key = subtle.derive_key_with_object_and_object(&derivation, &material, &kind, false, &usages)?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}

fn cipher(seal: &Seal) -> AesGcmParams {
    AesGcmParams::new("AES-GCM", &Uint8Array::from(&seal.nonce[..]))
}

async fn bytes(work: Promise) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(work).await?).to_vec())
}
