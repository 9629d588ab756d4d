import vue from "@vitejs/plugin-vue";

// What Vue would else look for among its own components.
const isCustomElement = (tag) => tag.startsWith("xinheng-");

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
