import { createRoot } from "react-dom/client";

import { Questionnaire } from "./questionnaire.jsx";

createRoot(document.getElementById("app")).render(<Questionnaire />);
