export { describeProvider, type ProviderHarness } from "./describe-provider.js";
