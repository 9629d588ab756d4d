//! What files are that are no tables, or tables in a format that is not read: so that a refusal can name it.

use serde::{Deserialize, Serialize};

/// A format that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Format {
    /// A document: its words, but no rows.
    Pdf,
    Word,
    PowerPoint,
    Visio,
    Mail,
    Ofd,
    Rtf,
    /// A picture.
    Jpeg,
    Png,
    Gif,
    Bmp,
    Tiff,
    WebP,
    /// An archive that is not unpacked.
    Rar,
    SevenZip,
    Gzip,
    /// A spreadsheet or a database.
    OpenDocument,
    Xlsb,
    Numbers,
    Mhtml,
    Access,
}

/// What can be done about a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remedy {
    /// Nothing of it is a table: another file is needed.
    OtherFile,
    /// It may have tables within.
    Unpack,
    /// A spreadsheet program can save it in a format that is read.
    SaveAnew,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 21] = [
        Self::Pdf,
        Self::Word,
        Self::PowerPoint,
        Self::Visio,
        Self::Mail,
        Self::Ofd,
        Self::Rtf,
        Self::Jpeg,
        Self::Png,
        Self::Gif,
        Self::Bmp,
        Self::Tiff,
        Self::WebP,
        Self::Rar,
        Self::SevenZip,
        Self::Gzip,
        Self::OpenDocument,
        Self::Xlsb,
        Self::Numbers,
        Self::Mhtml,
        Self::Access,
    ];

    /// The name of the format, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Word => "Word",
            Self::PowerPoint => "PowerPoint",
            Self::Visio => "Visio",
            Self::Mail => "Outlook",
            Self::Ofd => "OFD",
            Self::Rtf => "RTF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
            Self::Tiff => "TIFF",
            Self::WebP => "WebP",
            Self::Rar => "RAR",
            Self::SevenZip => "7z",
            Self::Gzip => "GZIP",
            Self::OpenDocument => "OpenDocument (ODS)",
            Self::Xlsb => "XLSB",
            Self::Numbers => "Numbers",
            Self::Mhtml => "MHTML",
            Self::Access => "Access",
        }
    }

    pub(super) fn remedy(self) -> Remedy {
        match self {
            Self::Rar | Self::SevenZip | Self::Gzip => Remedy::Unpack,
            Self::OpenDocument | Self::Xlsb | Self::Numbers | Self::Mhtml | Self::Access => Remedy::SaveAnew,
            _ => Remedy::OtherFile,
        }
    }

    /// Whether it is kept in a package or container, as workbooks are.
    pub(super) fn is_packed(self) -> bool {
        matches!(
            self,
            Self::Word
                | Self::PowerPoint
                | Self::Visio
                | Self::Mail
                | Self::Ofd
                | Self::OpenDocument
                | Self::Xlsb
                | Self::Numbers
        )
    }

    /// The format that a file with these first bytes has, if it is one that is not read.
    pub(super) fn of_beginning(bytes: &[u8]) -> Option<Self> {
        let known: [(&[u8], Self); 14] = [
            (b"%PDF-", Self::Pdf),
            (b"{\\rtf", Self::Rtf),
            (b"\xFF\xD8\xFF", Self::Jpeg),
            (b"\x89PNG\r\n", Self::Png),
            (b"GIF87a", Self::Gif),
            (b"GIF89a", Self::Gif),
            (b"II*\0", Self::Tiff),
            (b"MM\0*", Self::Tiff),
            (b"Rar!\x1A\x07", Self::Rar),
            (b"7z\xBC\xAF\x27\x1C", Self::SevenZip),
            (b"\x1F\x8B\x08", Self::Gzip),
            (b"MIME-Version:", Self::Mhtml),
            (b"\0\x01\0\0Standard Jet DB", Self::Access),
            (b"\0\x01\0\0Standard ACE DB", Self::Access),
        ];
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        let found = known.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, format)| *format);
        // A table may begin with these letters as well: a picture has numbers behind them.
        let has = |range, mark: &[u8]| bytes.get::<std::ops::Range<usize>>(range).is_some_and(|found| found == mark);
        let picture = || {
            if has(0..2, b"BM") && has(6..10, &[0; 4]) {
                Some(Self::Bmp)
            } else {
                (has(0..4, b"RIFF") && has(8..12, b"WEBP")).then_some(Self::WebP)
            }
        };
        found.or_else(picture)
    }
}
