import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import WhichGuarantee from "./WhichGuarantee.jsx";

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <WhichGuarantee />
  </StrictMode>,
);
