//! argon2id, in memory that is kept: what is computed in is 19 MiB, and aligned; given back after each hash, glibc's
//! allocator finds little use for it again, and a few hundred sign-ins hold gigabytes.

use std::sync::{Mutex, PoisonError};

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::{
        CustomizedPasswordHasher, PasswordHasher, Result,
        phc::{Output, ParamsString, PasswordHash, Salt},
    },
};

/// As many as have ever been in use at once.
static MEMORY: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());

/// Argon2id of the present version with these parameters.
pub(crate) struct Hasher(pub(crate) Params);

impl PasswordHasher<PasswordHash> for Hasher {
    fn hash_password_with_salt(&self, password: &[u8], salt: &[u8]) -> Result<PasswordHash> {
        let kept = || MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
        let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
        let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
        let mut memory = kept().pop().unwrap_or_default();
        memory.resize(self.0.block_count(), Block::new());
        let done = Argon2::new(algorithm, version, self.0.clone()).hash_password_into_with_memory(
            password,
            salt,
            &mut output,
            &mut memory[..],
        );
        kept().push(memory);
        done?;
        Ok(PasswordHash {
            algorithm: algorithm.ident(),
            version: Some(version.into()),
            params: ParamsString::try_from(&self.0)?,
            salt: Some(Salt::new(salt)?),
            hash: Some(Output::new(&output)?),
        })
    }
}

/// With it, a password is verified by the parameters that stand in its hash.
impl CustomizedPasswordHasher<PasswordHash> for Hasher {
    type Params = Params;

    fn hash_password_customized(
        &self,
        password: &[u8],
        salt: &[u8],
        _: Option<&str>,
        _: Option<u32>,
        params: Params,
    ) -> Result<PasswordHash> {
        Self(params).hash_password_with_salt(password, salt)
    }
}
