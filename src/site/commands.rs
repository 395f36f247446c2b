//! Output of the commands: the check of a case, and what follows from its rules.

pub mod check;
pub mod reading_grade;
pub mod findings;
pub mod decide;
pub mod table;
pub mod certificate;
pub mod diff;
pub mod traffic;
pub mod package;
pub mod dmn;
