import assert from "node:assert/strict";
import { test } from "node:test";
import { installedPackages } from "../../src/stages/verify/checks/python.ts";
import { FileTree } from "../../src/stages/verify/layers/file-tree.ts";
import { archive, readLayer } from "./archive.ts";

test("Python packages are found by pip's metadata folders anywhere, each once with its version", async () => {
	const site = "usr/local/lib/python3.11/site-packages";
	const files = {
		[`${site}/lucid_service-1.0.0.dist-info/METADATA`]: "",
		[`${site}/PyYAML-6.0.1.dist-info/METADATA`]: "",
		[`${site}/PyYAML-6.0.1.dist-info/RECORD`]: "",
		[`${site}/python_consul2-0.1.4-py3.11.egg-info/PKG-INFO`]: "",
		"root/.local/lib/python3.11/site-packages/PyYAML-6.0.1.dist-info/METADATA": "",
		"app/notes-1.0/METADATA": "",
	};
	const tree = new FileTree();
	tree.add(await readLayer(await archive(files)));
	assert.deepEqual(installedPackages(tree), ["PyYAML 6.0.1", "lucid-service 1.0.0", "python-consul2 0.1.4"]);
});
