import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeAt, type TreeEntry, type TreeNode, toTree } from "../../src/model/dockerfile/dockerfile.ts";

const file = (path: string): TreeEntry => ({ path, kind: "file", executable: false });
const dir = (path: string): TreeEntry => ({ path, kind: "dir", executable: false });

/** Every path, by walking down the folders. */
function walk(node: TreeNode): readonly string[] {
	return [...(node.children ?? [])].flatMap(([name, child]) => {
		assert.equal(name, child.name);
		return [child.entry.path, ...walk(child)];
	});
}

const paths = ["a-b", "a.txt", "a/b/c", "a/b0", "a/b-c/d", "a0/x", "é/ü", "z"];
const folders = ["a", "a/b", "a/b-c", "a0", "é"];

test("implied folders exist, and neighbors with a common prefix are distinguished", () => {
	for (const list of [paths, paths.toReversed()]) {
		const tree = toTree(list.map(file));
		assert.deepEqual(walk(tree).toSorted(), [...paths, ...folders].sort());
		assert.deepEqual([...(tree.children?.keys() ?? [])], ["a", "a-b", "a.txt", "a0", "z", "é"]);
		assert.deepEqual([...(nodeAt(tree, "a")?.children?.keys() ?? [])], ["b", "b-c", "b0"]);
		assert.equal(nodeAt(tree, "a/b/c")?.children, undefined);
		assert.equal(nodeAt(tree, "a/c"), undefined);
	}
});

test("the entries below a folder are sorted and include folders", () => {
	const tree = toTree(paths.map(file));
	const below = (path: string) => nodeAt(tree, path)?.below.map((entry) => entry.path);
	assert.deepEqual(below("a"), ["a/b", "a/b-c", "a/b-c/d", "a/b/c", "a/b0"]);
	assert.deepEqual(below("a/b"), ["a/b/c"]);
	assert.deepEqual(below("z"), []);
	assert.deepEqual(below("."), [...paths, ...folders].sort());
});

test("an empty folder is a folder, and a file entry with content becomes a folder", () => {
	const tree = toTree([file("a"), file("a/b"), dir("empty")]);
	assert.equal(nodeAt(tree, "a")?.entry.kind, "dir");
	assert.deepEqual([...(nodeAt(tree, "empty")?.children ?? ["none"])], []);
});

test("the tree of a list is cached", () => {
	const list = [dir("a"), file("a/b")];
	assert.equal(toTree(list), toTree(list));
	assert.equal(nodeAt(list, "a")?.children, nodeAt(list, "a")?.children);
	assert.equal(nodeAt(list, "a/b"), nodeAt(list, "a/b"));
});
