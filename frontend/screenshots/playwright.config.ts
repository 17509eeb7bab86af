import config from "../playwright.config";

/** Pictures of each state, looked at by people: `make screenshots`. */
export default { ...config, testDir: ".", use: { ...config.use, trace: "off" } };
