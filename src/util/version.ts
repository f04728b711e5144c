/** Version of the suite; `script/build` checks that package.json has the same. */
export const version = "0.1.0";
