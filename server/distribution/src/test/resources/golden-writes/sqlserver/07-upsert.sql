SELECT [t0].[customer_id] AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t0].[email] COLLATE Latin1_General_100_BIN2 AS [c2],
   [t0].[active] AS [c3], [t0].[birthday] AS [c4], [t0].[loyalty_points] AS [c5], [t0].[balance] AS [c6], [t0].[interests] COLLATE Latin1_General_100_BIN2 AS [c7],
   [t0].[preferences] COLLATE Latin1_General_100_BIN2 AS [c8], [t0].[joined_at] AS [c9]
FROM [customer] AS [t0] WITH (UPDLOCK)
WHERE [t0].[customer_id] = CAST(? AS uniqueidentifier)

SET NOCOUNT ON; INSERT INTO [customer] ([customer_id], [name], [email], [active], [birthday], [loyalty_points], [balance],
   [interests], [preferences], [joined_at]) VALUES (CAST(? AS uniqueidentifier), ?, ?, ?, ?, ?, ?, ?, ?, ?); IF @@ROWCOUNT <> (
  SELECT COUNT_BIG(*) AS [n]
  FROM [customer] AS [t0]
  WHERE [t0].[customer_id] = CAST(? AS uniqueidentifier)
) THROW 50001, N'the written rows have other keys', 1;
SELECT [t0].[customer_id] AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t0].[email] COLLATE Latin1_General_100_BIN2 AS [c2],
   [t0].[active] AS [c3], [t0].[birthday] AS [c4], [t0].[loyalty_points] AS [c5], [t0].[balance] AS [c6], [t0].[interests] COLLATE Latin1_General_100_BIN2 AS [c7],
   [t0].[preferences] COLLATE Latin1_General_100_BIN2 AS [c8], [t0].[joined_at] AS [c9]
FROM [customer] AS [t0]
WHERE [t0].[customer_id] = CAST(? AS uniqueidentifier)

SET NOCOUNT ON; UPDATE [t0] SET [name] = ?, [email] = ?, [active] = ?, [birthday] = ?, [loyalty_points] = ?, [balance] = ?,
   [interests] = ?, [preferences] = ?, [joined_at] = ?
FROM [customer] AS [t0]
WHERE [t0].[customer_id] = CAST(? AS uniqueidentifier); IF @@ROWCOUNT <> (
  SELECT COUNT_BIG(*) AS [n]
  FROM [customer] AS [t0]
  WHERE [t0].[customer_id] = CAST(? AS uniqueidentifier)
) THROW 50001, N'the written rows have other keys', 1;
SELECT [t0].[customer_id] AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t0].[email] COLLATE Latin1_General_100_BIN2 AS [c2],
   [t0].[active] AS [c3], [t0].[birthday] AS [c4], [t0].[loyalty_points] AS [c5], [t0].[balance] AS [c6], [t0].[interests] COLLATE Latin1_General_100_BIN2 AS [c7],
   [t0].[preferences] COLLATE Latin1_General_100_BIN2 AS [c8], [t0].[joined_at] AS [c9]
FROM [customer] AS [t0]
WHERE [t0].[customer_id] = CAST(? AS uniqueidentifier)

SELECT [t0].[customer_id] AS [c0]
FROM [customer] AS [t0]
WHERE [t0].[customer_id] = CAST(? AS uniqueidentifier)
