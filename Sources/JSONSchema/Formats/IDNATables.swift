// Unicode 15.0.0, written by RegexCore/Unicode/Generation/generate.py. Change it there.

import RegexCore

/// Code points that labels may hold, by what RFC 5892 and 5893 ask about them.
enum IDNATables {
    /// PVALID of RFC 5892, section 3.
    static let valid = ScalarSet(
        encoded: """
            1k^`g1ew3bu_e_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^a^___^_^_^a^_^_^_^`^_^_^_^_^_^_^_^_^_^_^_^_\
            ^_^_^_^_^_^_^_^_^_^_^`^_^_^_^`^_^`^a_b^`^a``^`^_^_^`^___^`^a^_^``_dh^_^_^_^_^_^_^___^_^_^_^_^_^_^_^__b^a^_\
            ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_d`^`__^b^_^_^_^_3^gfbix^_^o1}`^af_}_^_^a^a`p^y1`f^\
            _^_^_^_^_^_^_^_^_^_^_^_^a^b^`_1q1m_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_ba^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
            _^_^_^_^_^_^_^_^_^`^_^_^_^_^_^___^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
            _^_^_^_^_^_^_^_^_^_^_^1g^d1d_^f1j_^_____^fxba{hc}_|ldb2x_e`g_chcn1x`3bl1se^`1kpybhcu_cg2g_3rfa`g_p_e`_`s_d\
            _^aa`f`_`af^fa`ih^_^``_cb_`s_d_^`^`_`^_bb_``a^h^gmi`_f_`_s_d___b`g_`_``^ma`ggd_`_e`_`s_d___b`f`_``e`eb`g_^\
            n__ca`_aa__^__a_a`aibba`_a`^d^lgnj_`_t_m`f_`_ae__``^`a`gna_e_`_t_g_b`f_`_ae_d__a`g_`jj_`_1p_`_bcaeb`ghc_`_\
            oau_f_^`da^bc_^_edg`_k1o_dcl_g1e__^_b_u_^_i_g`b_^_d_gb_1^^h^j_dgi^_^_^bb_a_a_a_a_a_i_`b__^cd_`_j_a_a_a_a_a\
            _i_`g^1w2gd2k1p1h``8^2f_a`d_^_a`1f_a`1^_a`d_^_a`l_1v_a`2```1^mn2siCi`n_wc2hdeesgsiqjj_`__j1q`{a^b_`g1dgd2v\
            e1hc2ch|_ibih1e`bi1ibwdg1dyb1|_z`hdgk^fk_m1o2jagofj3qj1ufga1n2p`_1dc1ia^i^p^zj_1_1c1}_^_^_^_^_^_^_^_^_^_^_\
            ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
            ^_^_^_^_^_^_^_^_^_^_^_b`__^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_\
            ^_^_^_^_^_^_^_^_ffchefefchefef^_^_^_^_^_^_^1q_b^m^g`a_f`_al^:u^1s^2Ei1m_^a__^_^_^b^___cc^_^_^_^_^_^_^_^_^_\
            ^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^__e^_a_^j1c_^c^`1uuugd_d_d_\
            d_d_d_d_d_}1m^>s`1`al^b2s`_`_`2w_`d1h3n}1nm@^6=}2^EDj2a1k`8jays^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
            _`bg_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^`2eh_1cfa^_^_^_^_^_^_`_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^_^\
            _^_^_^_^_^_^_e_^_^`^_^_^_^__a^___^_`_^_^_^_^_^_^_^_^_^_^c^c^_^_^_^_^_^_^_^b^_^d^_^_^_^_^z_`1kb^q1qj2chgdua\
            ^_1n`1a1j2^lhd|_1tgk`gdta2fv``m`bhc`c`cgd_d_1hcf2u1h__`gd:Ma8Ch__^__h^_^__``7r^H_m2a^<ji_w_p___l`k1`3x8`^4\
            `za1nm^}}kq_ed1hc{`1abe2v3s`g1l1ab1ef1q1qh_l_d__2a9tgshev^3}c`^_1i__a^`thtg|2_p__hshw2d1ud_2^a__ce_`_z``b^\
            1^zaz1ae_{w1shshpko3l2f3u1pk1efg:d1g__a_2i}h^f1^}s1hrytg2d}mg1ye^kvegd1r_gbaf1a`^g2bba_j_^1ao_1bda1|d_^_a_\
            l_ge1xcgda_e`_`s_d___b_g`_```^d^cd`dab4i2hcgba|2c_^fg5d1s`fuc1`2^a^ig1d1veg1tx`lbgdd5w1x4c1gse`^`e___{__`f\
            jg2de`1k`e__y1|f^f2ga^p2f8ef_1j_fmgv{`s_k2gd___1ia^___ffgdc___1b___ceg9ttgn_1fabkg2t^2mLw7d6a2Bj3^m11mns3M\
            hBd8=wAve|_gd2l_gd{`bi1tgajggrcpFn}4^2hb1ven2^___i_l5Ouf16s1hf8Gea_d___9`m^{``^laf<i28b3hcjafega_4C_1k`t2E\
            w1tb1of^l^tb_l12n|dc6sd_n`d___b3b^3n1jak`gb^:_|o1w>t1gGdd_a___l_6bid2i1gbg5Ed19F}1^41wd6{`5D_l79n50}4Jhc42\
            }
            """)

    /// Joining types D and L.
    static let joiningForward = ScalarSet(
        encoded: """
            1A^^c^_^_bbj_d__1a_glp1c__g^_^__1f``^p`ca_f_^_^__}hal`a_^```c2h1^2tb`^_g_^h^_a`^{^`bpgc_`c_l3Ju2vl1__^13Ls\
            1pHBkbf^cg_`4}^_^a`___^`^;m1__^@j`_n1ia`i1l^__b^`____^`^1F:{1_
            """)

    /// Joining types D and R.
    static let joiningBackward = ScalarSet(
        encoded: """
            1A^^_{_g1a__`c2x_^v_h``^n^_{{1p2h1^2sve^_a_acpa^`coj_x3Ju2vl1__^13Ls1oHBlc_^__af_g`^4yo;m1`@jr1io1l^_b_e_a\
            1F:{1_
            """)

    /// Joining type T.
    static let transparent = ScalarSet(
        encoded: """
            H^1}`^af_}8qb8g1j_^_____^2fh1nrn^3cd`c`__a1a^|x2yh1xfg^va_f_`_b1i`1ze1hu_}1u^_^beb^adh_{^1x^baf^r_x^`_1w^b\
            _b_``a^|_a^i_1w^bb__b^r_tc_^1x^`^_af^e_i_|^1{^j^1p^a^1u^_`c`_ae_i_{^1x^`^d^c_r_z_1w_baf^r_{^2f^e`_^2x^`dje\
            3`^`fid2g_y^_^_^1u__^cb_^_`__cc_a_a_a_a_a_i_`g^3da_c__`_w_b`nak^`_d^m^E}`Mp`{_|_|_2adf^`hg^5e_1`^3t`b_g^d`\
            6y_`^1x^_d_^_^`edg`^1nk_m1oa1n^_b_^c^1ffj_1^a`__`1v^__a^_`1xe`_4v`_j_db^d^a_6d1}3Gm`4k^3^}Aha3i_M>r^bg1^_2\
            n_8n^a^b^w_c^4u_xok^1dewh1l`1n^`a`_1e^2ac`_`_j^f^1m^1q^_``_c__^1h_f^7l^`^b^CIn^H_mNk^7`^4sb1Dd`__ca1f`b^5c\
            _A{a<a_2n`2dh1oa3y^1tl1g^`_h`1oa`_e^1{`1bb_e1|^j_1rfha`^2}``^__d^`^4{^aes_1w_a^1cdab6ae``_^u^2rc_^b___7lad\
            ___y_2se`^__3h^_^`c_^3c``a_b8af__8^__^b^4na`_b^1^g1fc`af^gc``1lj__<td_c_^2ps`d____3xca^___d_^2f_a^_^:y_i_1\
            rbc^_^57{^dl=Dxb1yd10v^1}a2o^C5v_4C_1k`t2Ew1tb1of^l^tb_l1:nd_n`d___b3b^5^d;u^1{a?zaO^d3ke
            """)

    /// Bidi classes R and AL.
    static let right = ScalarSet(
        encoded: """
            1>nxbc1i}_g1a__ab2x_^m_e_hcn^_{{2vi^l1hg_hsb^g^a^uvehcu_co1g1M=g^2<jc`^_1i__a^`thtg|2_p__hshw2d1ud_2^^ma_`\
            _z1hzaz1ae_yy1shshpko3l2f3u1pk1a:z1gd_2lzh^fs1ho1lryt1F0g6b2{1_e^bg
            """)

    /// Bidi class EN.
    static let europeanNumber = ScalarSet(encoded: "1ng1Etg")

    /// Bidi class AN.
    static let arabicNumber = ScalarSet(encoded: "1C^g21Fdg")

    /// Bidi class NSM.
    static let nonspacing = ScalarSet(
        encoded: """
            H^1}`^af_}8qb8g1j_^_____^2fh1nrn^3cd`c`__a1a^|x2yh1xfg^va_f_`_b1i`1ze1hu_}1u^_^beb^adh_{^1x^baf^r_x^`_1w^b\
            _b_``a^|_a^i_1w^bb__b^r_tc_^1x^`^_af^e_i_|^1{^j^1p^a^1u^_`c`_ae_i_{^1x^m_r_z_1w_baf^r_{^2f^e`_^2x^`dje3`^`\
            fid2g_y^_^_^1u__^cb_^_`__cc_a_a_a_a_a_i_`g^3da_c__`_w_b`nak^`_d^m^E}`Mp`{_|_|_2adf^`hg^5e_1`^3t`b_g^d`6y_`\
            ^1x^_d_^_^`edg`^1nk_m1oa1n^_b_^c^1ffj_1^a`__`1v^__a^_`1xe`_4v`_j_db^d^a_6d1}3Gm`4k^3^}Aha3i_M>r^bg1^_2n_8n\
            ^a^b^w_c^4u_xok^1dewh1l`1n^`a`_1e^2ac`_`_j^f^1m^1q^_``_c__^1h_f^7l^`^b^CIn^H_mNk^7`^4sb1Dd`__ca1f`b^5c_A{a\
            <a_2n`2dh1oa3y^1tl1g^`_h`1oa`_e^1{`1bb_e1|^j_1rfha`^2}``^__d^`^4{^aes_1w_a^1cdab6ae``_^u^2rc_^b___7lad___y\
            _2se`^__3h^_^`c_^3c``a_b8af__8^__^b^4na`_b^1^c`_1fc`af^gc``1lj__<td_c2rs`d____3xca^___d_^2f_a^_^:y_i_1rbc^\
            _^57{^dl=Dxb1yd10v^1}a2o^C5v_4C_1k`t2Ew1tb1of^l^tb_l1:nd_n`d___b3b^5^d;u^1{a?zaO^d3kd
            """)

    /// Bidi classes ES, ON and BN.
    static let neutral = ScalarSet(encoded: "1k^4g^@__igz^4f^74t_3A_^Fi^M<a^4uf3f^")

    /// Each composite, as its distance from the one before, and its two parts; those of Hangul left out.
    static let compositions = """
        7^3_H^^3_H_^3_H`^3_Ha^3_Hf^3_Hh_3aIe^3cH^^3cH_^3cH`^3cHf^3gH^^3gH_^3gH`^3gHf_3lHa^3mH^^3mH_^3mH`^3mHa^3mHf`3sH\
        ^^3sH_^3sH`^3sHf^3wH__3wHf_3_Hb_3_Hd_3_If_3aH__3aH`_3aHe_3aHj_3bHja3cHb_3cHd_3cHe_3cIf_3cHj_3eH`_3eHd_3eHe_3eI\
        e_3fH`a3gHa_3gHb_3gHd_3gIfc3hH`_3iIe`3jH__3jIe_3jHjc3lH__3lIe_3lHjb3mHb_3mHd_3mHia3pH__3pIe_3pHj_3qH__3qH`_3qI\
        e_3qHj_3rIe_3rHja3sHa_3sHb_3sHd_3sHh_3sHi_3sIf_3uH`_3wH``3xH__3xHe_3xHj1`3mHyl3sHy{3_Hj_3gHj_3mHj_3sHj_7zHb_7z\
        H__7zHj_7zH^`7bHb_AeHb_7dHba3eHj_3iHj_3mIf_?iHb_DpHj^3hHjb3eH_a3lH^_7cH__7dH__7vH__3_Hm_3_Ho_3cHm_3cHo_3gHm_3g\
        Ho_3mHm_3mHo_3pHm_3pHo_3sHm_3sHo_3qId_3rIda3fHje3_He_3cIe_7tHb_7sHb_3mHe_AmHb_3wHb:zNhH_yMoH_^MsH_^MuH_^MwH_^N\
        iH_wMwHf^NcHf^M}H_^NcH_^NgH_3h11vHdt11sH^^11sHf_11qH_a12tHfb11xH_^11vH^^12aHdv13sHm2h11tHdl11nHd_11nHfa11sHda1\
        6wHf_11tHf_11uHfa11vHb_11vHf_11|Hfa17gHf_12kHf_12aHb_12aHf_12aHi_12eHfa12iHf9f1Ae1Bq^1Ae1Br^1Bf1Br^1Ae1Bs^1Bh1\
        Br4w1Fs1Br_1F_1Brn1Fp1BrBs29f29ze29n29z`29q29z4t2>e2=|^2>e2>u;y2Je2Jt`2Je2I|^2Je2Ju2e2Lp2Nu1s2Nd2M|^2Ne2M|^2Nd\
        2Nu3y32d32t3u35}36sd36d36s^36d36t_36d36`^36h36s3|3:d39|^3:e39|^3:d3:u4k3>w3>h_3>w3>m^3>z3>h^3>w3>}Be41c41l2F}6\
        Hc6Is_6He6Is_6Hg6Is_6Hi6Is_6Hk6Isa6Ho6Is1f6Ix6Is_6Iz6Is`6I|6Is^6I}6Is_6J`6IsE{3_Ic_3`He_3`Ia_3`Io_7eH__3bHe_3b\
        Ia_3bIo_3bIe_3bIk_8qH^_8qH__3cIk_3cIn_AgHd_3dHe_3eHb_3fHe_3fIa_3fHf_3fIe_3fIl_3gIn_7mH__3iH__3iIa_3iIo_3jIa_7A\
        uHb_3jIo_3jIk_3kH__3kHe_3kIa_3lHe_3lIa_3lIo_3lIk_7sH__7sHf_:kH^_:kH__3nH__3nHe_3pHe_3pIa_7ByHb_3pIo_3qHe_3qIa_\
        :yHe_;_He_7CaHe_3rHe_3rIa_3rIo_3rIk_3sIb_3sIn_3sIk_;gH__;iHf_3tHa_3tIa_3uH^_3uH__3uHf_3uHe_3uIa_3vHe_3vHf_3wHe\
        _3xH`_3xIa_3xIo^3fIo^3rHf^3uHh^3wHhe3_Ia_3_Hg_7`H__7`H^_7`Hg_7`Ha_7E_H`_8aH__8aH^_8aHg_8aHa_7E_Hd_3cIa_3cHg_3c\
        Ha_7hH__7hH^_7hHg_7hHa_7EwH`_3gHg_3gIa_3mIa_3mHg_7rH__7rH^_7rHg_7rHa_7FkH`_=_H__=_H^_=_Hg_=_Ha_=_Ia_3sIa_3sHg_\
        =nH__=nH^_=nHg_=nHa_=nIa_3wH^_3wIa_3wHg_3wHadMoHq^MoHr^7H^H^^7H_H^^7H^H_^7H_H_^7H^J`^7H_J`fMsHq^MsHr^7HnH^^7Ho\
        H^^7HnH_^7HoH_hMuHq^MuHr^7I^H^^7I_H^^7I^H_^7I_H_^7I^J`^7I_J`fMwHq^MwHr^7InH^^7IoH^^7InH_^7IoH_^7InJ`^7IoJ`fM}H\
        q^M}Hr^7J^H^^7J_H^^7J^H_^7J_H_hNcHq^NcHr^7JnH^^7JoH^^7JnH_^7JoH_^7JnJ`^7JoJ`fNgHq^NgHr^7K^H^^7K_H^^7K^H_^7K_H_\
        ^7K^J`^7K_J`fMoH^_MsH^_MuH^_MwH^_M}H^_NcH^_NgH^1qMoHd^MoHbbMoJ`mMuJ`gMwHd^MwHb^NhH^aMwJ`^NhJ`fNcHd^NcHb^NiH^_N\
        _Hq^N_Hr^NcJ`^NiJ`lNgJ`42s<2i<4w_<2k<4w_<2m<4w_<2o<4w_<2q<4w_<2s<4w_<2u<4w_<2w<4w_<2y<4w_<2{<4w_<2}<4w_<3_<4w`\
        <3b<4w_<3d<4w_<3f<4wd<3m<4w^<3m<4x_<3p<4w^<3p<4x_<3s<4w^<3s<4x_<3v<4w^<3v<4x_<3y<4w^<3y<4xt<2d<4wg<4{<4wk<5i<4\
        w_<5k<4w_<5m<4w_<5o<4w_<5q<4w_<5s<4w_<5u<4w_<5w<4w_<5y<4w_<5{<4w_<5}<4w_<6_<4w`<6b<4w_<6d<4w_<6f<4wd<6m<4w^<6m\
        <4x_<6p<4w^<6p<4x_<6s<4w^<6s<4x_<6v<4w^<6v<4x_<6y<4w^<6y<4xt<5d<4w`<7m<4w^<7n<4w^<7o<4w^<7p<4wa<7{<4w1GLy244w2\
        45x_244y245xl245c245x4`249o249e^249p249e@y24Je24I|^24Je24Ju;l255w255x^255w255n_255w255{7y25=v25=m^25=w25=mKz26\
        9s269n
        """
}
