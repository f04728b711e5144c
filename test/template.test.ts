import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fillTemplate, parseTemplate } from "../src/model/tags/template.ts";

describe("a template", () => {
	test("replaces names by values, with or without blanks around them", () => {
		assert.equal(
			fillTemplate("{{name}}/{{ phase }}-{{project}}", { name: "api", phase: "3", project: "shop" }),
			"api/3-shop",
		);
	});

	test("leaves every other text alone", () => {
		for (const text of ["", "plain", "{name}", "$(id) `id` $HOME", "}} {"]) assert.equal(fillTemplate(text, {}), text);
	});

	test("does not expand what a value brings", () => {
		assert.equal(fillTemplate("{{name}}", { name: "{{phase}} $(id)", phase: "3" }), "{{phase}} $(id)");
	});

	test("puts nothing where a name has no value", () => {
		assert.equal(fillTemplate("a{{phase}}b", {}), "ab");
	});

	test("refuses names that do not exist, those of JavaScript's objects among them", () => {
		for (const name of ["nmae", "constructor", "__proto__", "name.length", "", "#if name"])
			assert.throws(() => fillTemplate(`{{${name}}}`, { name: "api" }), TypeError);
	});

	test("refuses a brace that is never closed", () => {
		assert.throws(() => fillTemplate("{{name", {}), /never closed/);
	});

	test("is split into its parts in order", () => {
		assert.deepEqual(parseTemplate("a{{name}}{{x}}b{{"), [
			{ kind: "text", text: "a" },
			{ kind: "name", name: "name" },
			{ kind: "unknown", name: "x" },
			{ kind: "text", text: "b" },
			{ kind: "unclosed", text: "{{" },
		]);
	});
});
