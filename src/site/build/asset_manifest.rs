//! The asset manifest: the assets of the finished site and the files that its service worker keeps, as the build knows
//! them. The build writes it beside the stamp, so that a command that reads `dist/` asks the same graph as the build.

use std::{fs, io};

use serde::{Deserialize, Serialize};

use crate::site::{
    build::{assets::Assets, service_worker::Kept},
    files::Folders,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssetManifest {
    pub assets: Assets,
    pub kept: Kept,
}

impl AssetManifest {
    /// Reads that of the site in `dist/`.
    ///
    /// # Errors
    /// `io::Error` if it is missing or another version of this program wrote it.
    pub fn read(folders: &Folders) -> io::Result<Self> {
        Ok(serde_json::from_slice(&fs::read(folders.asset_manifest())?)?)
    }

    /// Writes it for the site in `dist/`.
    ///
    /// # Errors
    /// `io::Error` if there is no room.
    pub fn write(&self, folders: &Folders) -> io::Result<()> {
        fs::write(folders.asset_manifest(), serde_json::to_vec(self)?)
    }
}
