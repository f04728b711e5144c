// The command, from its sources: lucid.ts ARGUMENTS...
import { main } from "../../src/entrypoints/cli/main.ts";

await main();
