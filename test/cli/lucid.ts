// The command, from its sources: lucid.ts ARGUMENTS...
import { main } from "../../src/cli/main.ts";

await main();
