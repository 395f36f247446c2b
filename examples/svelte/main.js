import { mount } from "svelte";
import WhichGuarantee from "./WhichGuarantee.svelte";

mount(WhichGuarantee, { target: document.getElementById("root") });
