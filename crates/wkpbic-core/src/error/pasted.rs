//! Values found in pasted text.

macro_rules! pasted {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
        /// More text than "paste anything" reads.
        PastedTooLong = "pasted_too_long" => field(&[]);
        /// Nothing of use in the pasted text.
        PastedNothing = "pasted_nothing" => field(&[]);
        /// The set-up script's block has no end.
        PastedBlockIncomplete = "pasted_block_incomplete" => field(&[]);
        /// A line of the set-up script's block is not of the agreed form.
        PastedBlockDamaged = "pasted_block_damaged" => field(&["field"]);
        /// More than one value for a field.
        PastedSeveralValues = "pasted_several_values" => field(&["field"]);
        /// GUIDs that nothing tells apart.
        PastedIdsUnlabelled = "pasted_ids_unlabelled" => field(&[]);
        /// A Secret ID, which is of no use.
        PastedSecretId = "pasted_secret_id" => field(&[]);
        /// An Object ID, which is of no use.
        PastedObjectId = "pasted_object_id" => field(&[]);
        /// The portal shows no more of the secret than its beginning.
        PastedSecretMasked = "pasted_secret_masked" => field(&[]);
        /// A date that two countries read differently.
        PastedDateAmbiguous = "pasted_date_ambiguous" => field(&["first", "second"]);
        /// A date that cannot be read.
        PastedDateUnreadable = "pasted_date_unreadable" => field(&[]);
        /// A person's password, which is not read.
        PastedPassword = "pasted_password" => field(&[]);
    } };
}
