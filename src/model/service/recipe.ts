/** Part of every fingerprint. Raised to rebuild every image, when inputs are built or hashed in another way. */
export const buildRecipe = "lucid-4";

/** The manifest annotation with the recipe of a build. */
export const recipeAnnotation = "com.lucid.recipe";
