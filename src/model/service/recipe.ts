/** Part of every fingerprint: raised when the same inputs are built or counted in another way, so that each image is built once more. */
export const buildRecipe = "lucid-3";

/** The annotation of a manifest that names the recipe it was built by. */
export const recipeAnnotation = "com.lucid.recipe";
