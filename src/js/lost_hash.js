// The path before and what is behind a `#` for which a mail filter, spreadsheet or PDF viewer has written `%23`, `%2523` or
// ` - `; nothing where none is lost.
const aroundLostHash = (path) =>
  /^(.*?)(?:%20|\+)*(?:%(?:25)*23|(?:%20|\+)(?:-|%E2%80%93)(?:%20|\+))(.*)$/i.exec(path)?.slice(1);
