// From an address, an answer or bytes to a compiled module, or to an error that says what to do.
import { XinhengError } from "./errors.js";
import { platform } from "./platform.js";

/** A module of nothing, and one with a function that takes a reference: the newest thing that the engine stands on. */
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const REFERENCES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);

/** Compiles what `init` may be given: an address, a Response, bytes, or a module that is compiled already. */
export async function compile(source) {
  if (typeof WebAssembly !== "object" || !WebAssembly.validate(REFERENCES)) {
    throw new XinhengError("wasm_unsupported");
  }
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return fromBytes(source);
  if (source instanceof URL || typeof source === "string") return fromAddress(source);
  if (source instanceof Response) return fromResponse(source);
  throw new XinhengError("bad_source", { detail: Object.prototype.toString.call(source) });
}

async function fromAddress(source) {
  let address;
  try {
    address = new URL(source, globalThis.document?.baseURI);
  } catch (cause) {
    throw new XinhengError("bad_source", { detail: String(source), cause });
  }
  let found;
  try {
    found = await platform.open(address);
  } catch (cause) {
    throw new XinhengError("wasm_missing", { detail: address.href, cause });
  }
  return ArrayBuffer.isView(found) ? fromBytes(found, address.href) : fromResponse(found, address.href);
}

async function fromResponse(response, address = response.url) {
  if (!response.ok) throw new XinhengError("wasm_missing", { detail: `${address}: ${response.status}` });
  // Compiling while it comes in wants exactly this type, and would use the answer up where it is another.
  if (response.headers.get("content-type") === "application/wasm" && WebAssembly.compileStreaming) {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (cause) {
      throw await failure(cause, address);
    }
  }
  let bytes;
  try {
    bytes = await response.arrayBuffer();
  } catch (cause) {
    throw new XinhengError("wasm_damaged", { detail: address, cause });
  }
  return fromBytes(bytes, address);
}

async function fromBytes(bytes, address = "") {
  const size = `${bytes.byteLength} bytes`;
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw await failure(cause, address ? `${address}: ${size}` : size);
  }
}

/** Why compiling failed: where not even nothing can be compiled, it is forbidden. */
async function failure(cause, detail) {
  try {
    await WebAssembly.compile(EMPTY);
  } catch (forbidden) {
    return new XinhengError("wasm_forbidden", { cause: forbidden });
  }
  return new XinhengError("wasm_damaged", { detail, cause });
}
