/** Files that come in as text, by the bundler and by the tests alike. */
declare module '*?raw' {
  const text: string;
  export default text;
}
