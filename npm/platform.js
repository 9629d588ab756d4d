// What differs between a browser and Node; node.js says otherwise.
export const platform = {
  /** Whether the module that takes rules of a request's own is loaded without being asked for. */
  ownRules: false,
  /** Gives what lies at an address, a URL, as a Response or as bytes. */
  open: (address) => fetch(address),
  /** Starts a worker for something, where that is done otherwise than in browsers. */
  worker: undefined,
};
