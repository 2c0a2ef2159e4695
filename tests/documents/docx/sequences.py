"""Sequences: the order in which ECMA-376 wants the children of the elements that papers use."""

_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr
        shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
        autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
        suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId
        cnfStyle rPr sectPr pPrChange"""
_RUN = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
        snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect
        bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath glow
        textOutline textFill"""
_LABEL = """numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName
        showPercent showBubbleSize
    separator"""

_LETTERS = """ln noFill solidFill gradFill effectLst highlight uLn uFill latin ea cs sym hlinkClick
        rtl extLst"""
_INSIDE = "*"
"""From here on in any order."""

ORDER = {
    "w:pPr": _PARAGRAPH,
    "w:rPr": _RUN,
    "w:tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
        tblDescription""",
    "w:tbl": "tblPr tblGrid tr",
    "w:tr": "tblPrEx trPr tc",
    "w:tc": "tcPr p",
    "w:trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader jc",
    "w:tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign
        hideMark""",
    "w:sdtPr": """rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex
        text""",
    "w:sdt": "sdtPr sdtEndPr sdtContent",
    "w:sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
        docGrid""",
    "w:style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat
        locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "w:tblStylePr": "pPr rPr tblPr trPr tcPr",
    "w:pBdr": "top left bottom right between bar",
    "w:tblBorders": "top left start bottom right end insideH insideV",
    "w:tcBorders": "top left start bottom right end insideH insideV",
    "w:tblCellMar": "top left start bottom right end",
    "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "w:num": "abstractNumId lvlOverride",
    "w:numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "w:styles": "docDefaults latentStyles style",
    "w:docDefaults": "rPrDefault pPrDefault",
    "w:settings": """zoom defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping
        decimalSymbol
        listSeparator""",
    "wp:inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "pic:pic": "nvPicPr blipFill spPr",
    "c:chartSpace": """date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection
        chart spPr
        txPr externalData printSettings userShapes""",
    "c:chart": """title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend
        plotVisOnly
        dispBlanksAs""",
    "c:title": "tx layout overlay spPr txPr",
    "c:plotArea": "layout doughnutChart spPr",
    "c:doughnutChart": "varyColors ser dLbls firstSliceAng holeSize",
    "c:ser": "idx order tx spPr explosion dPt dLbls cat val",
    "c:dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    "c:dLbl": f"idx delete layout tx {_LABEL}",
    "c:dLbls": f"dLbl delete {_LABEL} showLeaderLines leaderLines",
    "c:manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "c:spPr": "xfrm noFill solidFill gradFill blipFill pattFill grpFill ln effectLst",
    "a:ln": "noFill solidFill gradFill pattFill prstDash custDash round bevel miter",
    "a:pattFill": "fgClr bgClr",
    "w:p": f"pPr {_INSIDE}",
    "w:r": f"rPr {_INSIDE}",
    "w:font": "altName panose1 charset family notTrueType pitch sig embedRegular",
    "w:numPr": "ilvl numId",
    "pic:nvPicPr": "cNvPr cNvPicPr",
    "pic:blipFill": "blip srcRect tile stretch",
    "pic:spPr": "xfrm custGeom prstGeom noFill solidFill ln",
    "a:xfrm": "off ext",
    "a:p": "pPr r br fld endParaRPr",
    "a:r": "rPr t",
    "a:defRPr": _LETTERS,
    "a:rPr": _LETTERS,
    "c:rich": "bodyPr lstStyle p",
    "c:txPr": "bodyPr lstStyle p",
    "c:strRef": "f strCache",
    "c:numRef": "f numCache",
    "c:strCache": "ptCount pt",
    "c:numCache": "formatCode ptCount pt",
}
