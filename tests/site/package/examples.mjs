// The examples of a README, made into checks: a comment behind an expression is its value. `check` comes from around.
export const examples = (readme) =>
  [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, example]) =>
    example.replace(/^(\s*)(.+); \/\/ (["{\d].*|true|false.*)$/gm, (_, space, expression, said) => {
      const value = said.replace(/^(true|false|"[^"]*"): .*$/, "$1");
      return `${space}check(${expression}, ${value});`;
    }),
  );
