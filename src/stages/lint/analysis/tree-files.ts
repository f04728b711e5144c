import type { TreeNode } from "../../../model/dockerfile/dockerfile.ts";

/** Folders of third-party code and tests. */
export const foreignFolder =
	/^(?:node_modules|vendor|third_party|site-packages|testdata|tests?|fixtures?|__fixtures__|\..+|v?env)$/i;

/** All files of a tree, without the folders that match `skipped`. */
export function filesIn(tree: TreeNode, skipped?: RegExp): readonly TreeNode[] {
	const files: TreeNode[] = [];
	const folders = [tree];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
		for (const child of folder.children?.values() ?? []) {
			if (child.children === undefined) files.push(child);
			else if (!skipped?.test(child.name)) folders.push(child);
		}
	return files;
}
