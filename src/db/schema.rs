//! Every table, once. `migrations/` is what makes them; the house test compares the two.

#![expect(missing_docs, reason = "the columns are described in migrations/")]

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    history (id) {
        id -> Id,
        subject_kind -> Text,
        subject_id -> Id,
        at -> Moment,
        actor -> Text,
        verb -> Text,
        reason -> Text,
        changes -> Text,
        content_hash -> Text,
        sealed_order -> Nullable<BigInt>,
        previous_hash -> Nullable<Text>,
        sealed_hash -> Nullable<Text>,
        origin -> Text,
        state -> Text,
        private -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    people (id) {
        id -> Id,
        sign_in -> Text,
        folded_sign_in -> Text,
        name -> Text,
        password -> Text,
        totp -> Text,
        totp_step -> BigInt,
        lang -> Text,
        calendar -> Text,
        digits -> Text,
        time_zone -> Text,
        theme -> Text,
        disabled_at -> Nullable<Moment>,
        version -> BigInt,
        created_at -> Moment,
        updated_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    grants (id) {
        id -> Id,
        person_id -> Id,
        role -> Text,
        mission_id -> Nullable<Id>,
        organisation_id -> Nullable<Id>,
        granted_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    recovery_codes (hash) {
        hash -> Text,
        person_id -> Id,
        used_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    sessions (id) {
        id -> Id,
        person_id -> Id,
        token -> Text,
        former_token -> Text,
        renewed_at -> Moment,
        renew -> Bool,
        created_at -> Moment,
        seen_at -> Moment,
        address -> Text,
        browser -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    tokens (id) {
        id -> Id,
        person_id -> Id,
        hash -> Text,
        hint -> Text,
        name -> Text,
        acts -> Text,
        missions -> Text,
        created_at -> Moment,
        expires_at -> Moment,
        used_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    tickets (hash) {
        hash -> Text,
        kind -> Text,
        person_id -> Nullable<Id>,
        expires_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    organisations (id) {
        id -> Id,
        name -> Text,
        other_names -> Text,
        country -> Text,
        address -> Text,
        contact -> Text,
        phone -> Text,
        email -> Text,
        notes -> Text,
        merged_into -> Nullable<Id>,
        version -> BigInt,
        created_at -> Moment,
        updated_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    organisation_names (folded, organisation_id, whole) {
        folded -> Text,
        organisation_id -> Id,
        whole -> Bool,
        name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    places (id) {
        id -> Id,
        code -> Text,
        name -> Text,
        other_names -> Text,
        country -> Text,
        function -> Text,
        latitude -> Text,
        longitude -> Text,
        notes -> Text,
        built_in -> Bool,
        merged_into -> Nullable<Id>,
        version -> BigInt,
        created_at -> Moment,
        updated_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    place_names (folded, place_id, whole) {
        folded -> Text,
        place_id -> Id,
        whole -> Bool,
        name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    items (id) {
        id -> Id,
        category -> Text,
        unit -> Text,
        package -> Text,
        kg_per_unit -> Nullable<BigInt>,
        density -> Nullable<BigInt>,
        figure_source -> Text,
        hs -> Text,
        flags -> Text,
        notes -> Text,
        built_in -> Bool,
        merged_into -> Nullable<Id>,
        version -> BigInt,
        created_at -> Moment,
        updated_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    item_names (folded, item_id, lang, whole) {
        folded -> Text,
        item_id -> Id,
        lang -> Text,
        whole -> Bool,
        name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    missions (id) {
        id -> Id,
        code -> Text,
        folded_code -> Text,
        title -> Text,
        crisis -> Text,
        glide -> Text,
        recipient_country -> Text,
        purpose -> Text,
        decision_number -> Text,
        decision_date -> Text,
        starts -> Text,
        ends -> Text,
        status -> Text,
        need_people -> Text,
        need_source -> Text,
        handover_from -> Text,
        handover_to -> Text,
        handover_office -> Text,
        handover_place -> Text,
        handover_date -> Text,
        handover_act -> Text,
        default_consignor_id -> Nullable<Id>,
        default_consignee_id -> Nullable<Id>,
        default_carrier_id -> Nullable<Id>,
        default_mode -> Text,
        default_from_id -> Nullable<Id>,
        default_via_id -> Nullable<Id>,
        default_to_id -> Nullable<Id>,
        notes -> Text,
        approved_at -> Nullable<Moment>,
        edition -> BigInt,
        last_number -> BigInt,
        day -> BigInt,
        posted -> Text,
        version -> BigInt,
        created_at -> Moment,
        updated_at -> Moment,
        second_language -> Text,
        narrative -> Text,
        asked -> Text,
        summary -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    mission_donors (mission_id, position) {
        mission_id -> Id,
        position -> BigInt,
        organisation_id -> Id,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    mission_allotments (mission_id, position) {
        mission_id -> Id,
        position -> BigInt,
        item_id -> Nullable<Id>,
        goods -> Text,
        qualifier -> Text,
        milli -> BigInt,
        unit -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    consignments (id) {
        id -> Id,
        mission_id -> Id,
        number -> BigInt,
        external_ref -> Text,
        consignor_id -> Nullable<Id>,
        donor_id -> Nullable<Id>,
        consignee_id -> Nullable<Id>,
        stated_weight -> Nullable<BigInt>,
        stated_weight_kind -> Text,
        stated_packages -> Nullable<BigInt>,
        value_minor -> Nullable<BigInt>,
        value_currency -> Text,
        freight_minor -> Nullable<BigInt>,
        freight_currency -> Text,
        insurance_minor -> Nullable<BigInt>,
        insurance_currency -> Text,
        source -> Text,
        reported -> Text,
        remarks -> Text,
        main_leg -> BigInt,
        date -> Text,
        date_kind -> Text,
        day -> BigInt,
        void_reason -> Text,
        voided_at -> Nullable<Moment>,
        posted -> Text,
        version -> BigInt,
        created_at -> Moment,
        updated_at -> Moment,
        status -> Text,
        contested -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    former_numbers (mission_id, number) {
        mission_id -> Id,
        number -> BigInt,
        consignment_id -> Id,
        moved_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    lines (id) {
        id -> Id,
        consignment_id -> Id,
        position -> BigInt,
        sharing -> Text,
        qualifier -> Text,
        milli -> BigInt,
        unit -> Text,
        packages -> Text,
        net_weight -> Nullable<BigInt>,
        gross_weight -> Nullable<BigInt>,
        volume -> Nullable<BigInt>,
        batch -> Text,
        expiry -> Text,
        hs -> Text,
        value_minor -> Nullable<BigInt>,
        value_currency -> Text,
        cost_minor -> Nullable<BigInt>,
        cost_currency -> Text,
        donor_id -> Nullable<Id>,
        note -> Text,
        cold -> Text,
        dangerous -> Text,
        found_by -> Nullable<Id>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    line_goods (line_id, position) {
        line_id -> Id,
        position -> BigInt,
        consignment_id -> Id,
        item_id -> Nullable<Id>,
        name -> Text,
        category -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    legs (id) {
        id -> Id,
        consignment_id -> Id,
        position -> BigInt,
        mode -> Text,
        from_id -> Nullable<Id>,
        via_id -> Nullable<Id>,
        to_id -> Nullable<Id>,
        carrier_id -> Nullable<Id>,
        document_type -> Text,
        document -> Text,
        units -> Nullable<BigInt>,
        unit_kind -> Text,
        planned_departure -> Text,
        planned_arrival -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    events (id) {
        id -> Id,
        consignment_id -> Id,
        milestone -> Text,
        leg_id -> Nullable<Id>,
        happened -> Text,
        note -> Text,
        recorded_at -> Moment,
        recorded_by -> Text,
        supersedes -> Nullable<Id>,
        withdrawn_at -> Nullable<Moment>,
        place_id -> Nullable<Id>,
        units -> Nullable<BigInt>,
        receipt_id -> Nullable<Id>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    consignment_terms (term, day, consignment_id) {
        term -> Text,
        day -> BigInt,
        consignment_id -> Id,
        mission_id -> Id,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    mission_sums (mission_id, facet, value, measure, unit, state) {
        mission_id -> Id,
        facet -> Text,
        value -> Text,
        measure -> Text,
        unit -> Text,
        state -> Text,
        amount -> BigInt,
        lines -> BigInt,
        about -> BigInt,
        at_least -> BigInt,
        at_most -> BigInt,
        not_stated -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::Id;
    transport_units (id) {
        id -> Id,
        consignment_id -> Id,
        leg_id -> Id,
        position -> BigInt,
        number -> Text,
        seals -> Text,
        gross -> Nullable<BigInt>,
        tare -> Nullable<BigInt>,
        net -> Nullable<BigInt>,
        ticket -> Text,
        contents -> Text,
        trailer -> Text,
        driver -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::Id;
    event_units (event_id, unit_id) {
        event_id -> Id,
        unit_id -> Id,
        consignment_id -> Id,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    findings (id) {
        id -> Id,
        consignment_id -> Id,
        document_id -> Id,
        line_id -> Id,
        part -> BigInt,
        fate -> Text,
        reason -> Text,
        milli -> BigInt,
        counted -> Text,
        note -> Text,
        taken_by -> Nullable<Id>,
        withdrawn_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    amendments (id) {
        id -> Id,
        consignment_id -> Id,
        number -> BigInt,
        figure -> Text,
        row_id -> Nullable<Id>,
        old -> Text,
        new -> Text,
        reason -> Text,
        source -> Text,
        recorded_at -> Moment,
        recorded_by -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    receipts (id) {
        id -> Id,
        consignment_id -> Id,
        number -> BigInt,
        happened -> Text,
        place_id -> Nullable<Id>,
        leg_id -> Nullable<Id>,
        units -> Nullable<BigInt>,
        external_ref -> Text,
        receiver -> Text,
        seals -> Text,
        ticket -> Text,
        gross -> Nullable<BigInt>,
        tare -> Nullable<BigInt>,
        temperature -> Text,
        remarks -> Text,
        posted -> Text,
        recorded_by -> Text,
        recorded_at -> Moment,
        void_reason -> Text,
        voided_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    losses (id) {
        id -> Id,
        consignment_id -> Id,
        number -> BigInt,
        receipt_id -> Nullable<Id>,
        happened -> Text,
        place_id -> Nullable<Id>,
        leg_id -> Nullable<Id>,
        stage -> Text,
        circumstances -> Text,
        disposition -> Text,
        value_minor -> Nullable<BigInt>,
        value_currency -> Text,
        commercial_act -> Text,
        police_report -> Text,
        survey_report -> Text,
        posted -> Text,
        recorded_by -> Text,
        recorded_at -> Moment,
        void_reason -> Text,
        voided_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    sources (id) {
        id -> Id,
        consignment_id -> Id,
        figure -> Text,
        row_id -> Nullable<Id>,
        role -> Text,
        stated -> Text,
        said_by -> Text,
        document -> Text,
        page -> Text,
        address -> Text,
        dated -> Text,
        note -> Text,
        recorded_by -> Text,
        recorded_at -> Moment,
        void_reason -> Text,
        voided_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    attachments (id) {
        id -> Id,
        consignment_id -> Id,
        receipt_id -> Nullable<Id>,
        paper -> Text,
        sha256 -> Text,
        size -> BigInt,
        media -> Text,
        name -> Text,
        note -> Text,
        recorded_by -> Text,
        recorded_at -> Moment,
        void_reason -> Text,
        voided_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::Id;
    required_papers (mission_id, mode, paper) {
        mission_id -> Id,
        mode -> Text,
        paper -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    documents (id) {
        id -> Id,
        kind -> Text,
        mission_id -> Id,
        consignment_id -> Nullable<Id>,
        subject -> Text,
        number -> BigInt,
        revision -> BigInt,
        reference -> Text,
        pad -> Text,
        languages -> Text,
        content -> Text,
        body -> Text,
        hash -> Text,
        code -> Text,
        posted -> Text,
        issued_by -> Text,
        issued_at -> Moment,
        void_reason -> Text,
        voided_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::Id;
    document_counters (mission_id, kind) {
        mission_id -> Id,
        kind -> Text,
        last -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    logos (sha256) {
        sha256 -> Text,
        media -> Text,
        content -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::{Id, Moment};
    imports (id) {
        id -> Id,
        mission_id -> Nullable<Id>,
        name -> Text,
        sha256 -> Text,
        size -> BigInt,
        signature -> Text,
        mapping -> Text,
        status -> Text,
        made -> BigInt,
        lines -> BigInt,
        unchanged -> BigInt,
        changed -> BigInt,
        refused -> BigInt,
        blank -> BigInt,
        recorded_by -> Text,
        recorded_at -> Moment,
        ended_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::Id;
    import_keys (mission_id, key) {
        mission_id -> Id,
        key -> Text,
        consignment_id -> Id,
        print -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::values::sql::Id;
    import_deeds (import_id, consignment_id) {
        import_id -> Id,
        consignment_id -> Id,
        before -> Text,
        version -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    history,
    people,
    grants,
    recovery_codes,
    sessions,
    tokens,
    tickets,
    settings,
    organisations,
    organisation_names,
    places,
    place_names,
    items,
    item_names,
    missions,
    mission_donors,
    mission_allotments,
    consignments,
    former_numbers,
    lines,
    line_goods,
    legs,
    events,
    consignment_terms,
    mission_sums,
    transport_units,
    event_units,
    findings,
    amendments,
    receipts,
    losses,
    sources,
    attachments,
    required_papers,
    documents,
    document_counters,
    logos,
);
