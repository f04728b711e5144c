import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/util/errors.ts";
import { findingsIn } from "./support.ts";

const catalogWith = (defaults: string, own: string) => `version: 1
project: shop
defaults: ${defaults}
services:
  api: { dockerfile: api/Dockerfile, ${own} }
  web: { dockerfile: web/Dockerfile }
`;
const rootly = { "api/Dockerfile": 'FROM scratch\nCMD ["/x"]\n', "web/Dockerfile": 'FROM scratch\nCMD ["/x"]\n' };

async function users(defaults: string, own: string): Promise<Readonly<Record<string, string>>> {
	const all = await findingsIn({ ...rootly, "lucid.yml": catalogWith(defaults, own) });
	return Object.fromEntries(
		all.filter(({ code }) => code === "final-user").map(({ service, severity }) => [service ?? "", severity]),
	);
}

test("the catalog sets the severity of a rule, or switches it off, for all services or for one", async () => {
	assert.deepEqual(await users("{}", ""), { api: "warning", web: "warning" });
	assert.deepEqual(await users("{ lint: { rules: { final-user: error } } }", ""), { api: "error", web: "error" });
	assert.deepEqual(await users("{ lint: { rules: { final-user: off } } }", ""), {});
	assert.deepEqual(await users("{}", "lint: { rules: { final-user: off } }"), { web: "warning" });
	assert.deepEqual(await users("{ lint: { rules: { final-user: off } } }", "lint: { rules: { final-user: note } }"), {
		api: "note",
	});
});

test("an unknown rule and an invalid severity are errors with a suggestion", async () => {
	const text = catalogWith("{ lint: { rules: { final-users: off } } }", "lint: { rules: { final-user: loud } }");
	await assert.rejects(findingsIn({ ...rootly, "lucid.yml": text }), (error) => {
		assert.ok(error instanceof UserError);
		assert.deepEqual(
			error.problems.map(({ code, at, fix }) => [code, at?.line, fix]),
			[
				["catalog/unknown-rule", 3, 'did you mean "final-user"?'],
				["catalog/value", 5, error.problems[1]?.fix],
			],
		);
		return true;
	});
});

test("a comment in the catalog switches a rule off where it stands", async () => {
	const text = `version: 1
project: shop
services:
  api: { dockerfile: api/Dockerfile, ports: ["80:80"] }
  web: { dockerfile: web/Dockerfile, ports: ["80:80"] } # lucid-ignore: host-port-collision never on one host
  # lucid-ignore: host-port-collision
  third: { dockerfile: web/Dockerfile, ports: ["80:80"] }
  fourth: { dockerfile: web/Dockerfile, ports: ["80:80"] }
`;
	const all = await findingsIn({ ...rootly, "lucid.yml": text });
	assert.deepEqual(
		all.filter(({ code }) => code === "host-port-collision").map(({ at }) => at?.line),
		[8],
	);
});
