//! How goods travel.

crate::codes! {
    /// How a leg is travelled: UN/CEFACT Recommendation 19 (its digit is [`Mode::rec19`]).
    Mode {
        /// By rail.
        Rail = "rail",
        /// By road.
        Road = "road",
        /// By air.
        Air = "air",
        /// By sea.
        Sea = "sea",
        /// On inland water.
        Inland = "inland",
        /// By mail.
        Mail = "mail",
        /// Several modes under one contract.
        Multimodal = "multimodal",
        /// Through a fixed installation, such as a pipeline.
        Fixed = "fixed",
        /// Not stated.
        NotStated = "not_stated",
    }
}

impl Mode {
    /// The code digit of Recommendation 19.
    pub const fn rec19(self) -> u8 {
        match self {
            Self::NotStated => 0,
            Self::Sea => 1,
            Self::Rail => 2,
            Self::Road => 3,
            Self::Air => 4,
            Self::Mail => 5,
            Self::Multimodal => 6,
            Self::Fixed => 7,
            Self::Inland => 8,
        }
    }
}
