// To be imported before "docx", which looks whether a browser's storage is there. Node 25 and newer warn of that look, in
// English, on the operator's terminal; there is nothing to be found here, and now nothing to warn of.
if (Object.getOwnPropertyDescriptor(globalThis, 'localStorage')?.configurable === true)
  Object.defineProperty(globalThis, 'localStorage', { value: undefined, configurable: true });
